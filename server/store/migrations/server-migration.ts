import type { DatabaseKind } from '../tables.ts';

/** What both databases take, after `inDialect` (migrate.ts); or, where they have no words in common, what each of them does. */
export type ServerStatement = string | Readonly<Partial<Record<DatabaseKind, string>>>;

/** One step of the schema. Never changed once it is out. */
export type ServerMigration = { readonly name: string; readonly statements: readonly ServerStatement[] };
