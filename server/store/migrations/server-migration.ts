/** One step of the schema: statements that both databases take, after `inDialect` (migrate.ts). Never changed once it is out. */
export type ServerMigration = { readonly name: string; readonly statements: readonly string[] };
