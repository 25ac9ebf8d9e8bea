-- What a row says, a second time beside it (row-mirror.ts): what rots on the disk does not fit the other any more. Triggers write it, so that
-- nobody who changes a row has to know of it. A row that rotted gets no new one, or the next change would cover that up.

ALTER TABLE enrolment ADD COLUMN mirror TEXT;
UPDATE enrolment SET mirror = json_array(server, device, library, branch, state, server_key);
CREATE TRIGGER enrolment_mirrored_new AFTER INSERT ON enrolment BEGIN
  UPDATE enrolment SET mirror = json_array(server, device, library, branch, state, server_key) WHERE only = NEW.only;
END;
CREATE TRIGGER enrolment_mirrored AFTER UPDATE OF server, device, library, branch, state, server_key ON enrolment
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.server, OLD.device, OLD.library, OLD.branch, OLD.state, OLD.server_key)
BEGIN
  UPDATE enrolment SET mirror = json_array(server, device, library, branch, state, server_key) WHERE only = NEW.only;
END;

ALTER TABLE handovers ADD COLUMN mirror TEXT;
UPDATE handovers SET mirror = json_array(id, code, partner, partner_name, given_at, state, sealed, told, told_by, last_said, heard_said, noticed_at);
CREATE TRIGGER handovers_mirrored_new AFTER INSERT ON handovers BEGIN
  UPDATE handovers SET mirror = json_array(id, code, partner, partner_name, given_at, state, sealed, told, told_by, last_said, heard_said, noticed_at) WHERE id = NEW.id;
END;
CREATE TRIGGER handovers_mirrored AFTER UPDATE OF id, code, partner, partner_name, given_at, state, sealed, told, told_by, last_said, heard_said, noticed_at ON handovers
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.id, OLD.code, OLD.partner, OLD.partner_name, OLD.given_at, OLD.state, OLD.sealed, OLD.told, OLD.told_by, OLD.last_said, OLD.heard_said, OLD.noticed_at)
BEGIN
  UPDATE handovers SET mirror = json_array(id, code, partner, partner_name, given_at, state, sealed, told, told_by, last_said, heard_said, noticed_at) WHERE id = NEW.id;
END;

ALTER TABLE handover_said ADD COLUMN mirror TEXT;
UPDATE handover_said SET mirror = json_array(handover, number, state);
CREATE TRIGGER handover_said_mirrored_new AFTER INSERT ON handover_said BEGIN
  UPDATE handover_said SET mirror = json_array(handover, number, state) WHERE handover = NEW.handover AND number = NEW.number;
END;
CREATE TRIGGER handover_said_mirrored AFTER UPDATE OF handover, number, state ON handover_said
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.handover, OLD.number, OLD.state)
BEGIN
  UPDATE handover_said SET mirror = json_array(handover, number, state) WHERE handover = NEW.handover AND number = NEW.number;
END;

ALTER TABLE partners ADD COLUMN mirror TEXT;
UPDATE partners SET mirror = json_array(id, body);
CREATE TRIGGER partners_mirrored_new AFTER INSERT ON partners BEGIN
  UPDATE partners SET mirror = json_array(id, body) WHERE id = NEW.id;
END;
CREATE TRIGGER partners_mirrored AFTER UPDATE OF id, body ON partners
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.id, OLD.body)
BEGIN
  UPDATE partners SET mirror = json_array(id, body) WHERE id = NEW.id;
END;

ALTER TABLE pins ADD COLUMN mirror TEXT;
UPDATE pins SET mirror = json_array(who, failures, locked_ms);
CREATE TRIGGER pins_mirrored_new AFTER INSERT ON pins BEGIN
  UPDATE pins SET mirror = json_array(who, failures, locked_ms) WHERE who = NEW.who;
END;
CREATE TRIGGER pins_mirrored AFTER UPDATE OF who, failures, locked_ms ON pins
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.who, OLD.failures, OLD.locked_ms)
BEGIN
  UPDATE pins SET mirror = json_array(who, failures, locked_ms) WHERE who = NEW.who;
END;

ALTER TABLE desk_notes ADD COLUMN mirror TEXT;
UPDATE desk_notes SET mirror = json_array(question, at, note);
CREATE TRIGGER desk_notes_mirrored_new AFTER INSERT ON desk_notes BEGIN
  UPDATE desk_notes SET mirror = json_array(question, at, note) WHERE question = NEW.question;
END;
CREATE TRIGGER desk_notes_mirrored AFTER UPDATE OF question, at, note ON desk_notes
WHEN OLD.mirror IS NULL OR OLD.mirror IS json_array(OLD.question, OLD.at, OLD.note)
BEGIN
  UPDATE desk_notes SET mirror = json_array(question, at, note) WHERE question = NEW.question;
END;
