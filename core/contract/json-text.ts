declare const of: unique symbol;

/**
 * JSON of a value, on its way to a page. A large answer crosses as one text: an object is copied twice on that way, value
 * by value, and that takes far longer than reading the text.
 */
export type JsonText<T> = string & { readonly [of]: T };

/** Writes a value as a text. */
export function writeText<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>;
}

/** Reads it again. */
export function readText<T>(text: JsonText<T>): T {
  return JSON.parse(text) as T;
}
