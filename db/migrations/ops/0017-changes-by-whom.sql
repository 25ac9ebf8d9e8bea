-- Who changed a question or took it back: the id, as in the audit log; nothing where nobody had signed in, and of what was before this.
ALTER TABLE desk_changes ADD COLUMN person TEXT;
-- A digest of what a row says (row-proof.ts): what rots on the disk is noticed. Nothing in a row that was written before this.
ALTER TABLE desk_changes ADD COLUMN proof TEXT CHECK (length(proof) = 16);
ALTER TABLE people ADD COLUMN proof TEXT CHECK (length(proof) = 16);
ALTER TABLE pins ADD COLUMN proof TEXT CHECK (length(proof) = 16);
