/** What a screen of the administration gets: the rest of its address, behind its own name. */
export type ScreenProps = { readonly path: readonly string[]; readonly query: URLSearchParams };
