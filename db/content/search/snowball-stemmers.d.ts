declare module 'snowball-stemmers' {
  type Stemmer = { readonly stem: (word: string) => string };
  const snowball: { readonly newStemmer: (algorithm: string) => Stemmer };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module; all of it is its default.
  export default snowball;
}
