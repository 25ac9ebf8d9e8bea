-- A store that was built again knows from floors.json what was shown before, and counts that as lost until it comes back (0007). Where
-- what came with the app is as high, it is not lost.
CREATE TRIGGER lost_versions_are_shown AFTER INSERT ON active_packs
BEGIN
  DELETE FROM lost_versions WHERE pack_id = NEW.pack_id AND version <= NEW.version;
END;
