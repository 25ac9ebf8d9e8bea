/** What we use of the encoder of the Internet Printing Protocol, which brings no types. */
declare module 'ipp-encoder' {
  type Attribute = { readonly tag: number; readonly name: string; readonly value: unknown };
  type Group = { readonly tag: number; readonly attributes: readonly Attribute[] };
  type Decoded = {
    readonly statusCode: number;
    readonly groups: readonly {
      readonly tag: number;
      readonly attributes: readonly { readonly name: string; readonly value: readonly unknown[] }[];
    }[];
  };
  export const request: {
    encode: (request: {
      readonly version: { readonly major: number; readonly minor: number };
      readonly operationId: number;
      readonly requestId: number;
      readonly groups: readonly Group[];
    }) => Buffer;
  };
  export const response: { decode: (reply: Buffer) => Decoded };
}
