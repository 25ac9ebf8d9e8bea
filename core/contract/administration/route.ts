import type { z } from 'zod';
import type { Role } from './role.ts';

/**
 * A route of the administration: who may use it, what goes in, what comes out. `:name` in a path is one of `params`. The
 * server checks all of it, and so does the page, which may be older or newer than the server it asks.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The least that is needed; null for whoever is signed in, or wants to be. */
  readonly role: Role | null;
  /** It is about the own account, or about no library: an operator names none. */
  readonly own?: true;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** As many bytes are read of a body; without, 64 KiB. */
  readonly mostBytes?: number;
  readonly reply: z.ZodType;
};

type PartNames = 'params' | 'query' | 'body';
type Parts<R extends Route> = { [P in PartNames as R[P] extends z.ZodType ? P : never]: R[P] };

/** What a page gives to a route. */
export type Asked<R extends Route> = {
  readonly [P in keyof Parts<R>]: Parts<R>[P] extends z.ZodType ? z.input<Parts<R>[P]> : never;
};
/** What the server then has of it, checked. */
export type Given<R extends Route> = {
  readonly [P in keyof Parts<R>]: Parts<R>[P] extends z.ZodType ? z.output<Parts<R>[P]> : never;
};
/** What comes out. */
export type Reply<R extends Route> = z.output<R['reply']>;

/** The address of a route: its parameters in their places, its question behind it. */
export function addressOf(
  { path }: Pick<Route, 'path'>,
  { params = {}, query = {} }: { readonly params?: object; readonly query?: object },
): string {
  const filled = path.replaceAll(/:([a-z]+)/gi, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}
