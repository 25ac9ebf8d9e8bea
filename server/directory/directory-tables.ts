/** A service of a library. `record`: the whole of it as HSDS has it, as JSON; the other columns are the library's own. */
export type DirectoryServiceRow = {
  readonly library: string;
  readonly id: string;
  readonly record: string;
  readonly review_by: string;
  readonly reminded_at: string | null;
  /** Not before this moment: the address was refused. */
  readonly remind_after: string | null;
  readonly changed_at: string;
};

/** The tables of the directory. */
export type DirectoryTables = { readonly directory_services: DirectoryServiceRow };
