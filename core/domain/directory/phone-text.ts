/** A telephone number as it is written for who calls it: with the extension to ask for. */
export function phoneText({
  number,
  extension,
}: {
  readonly number: string;
  readonly extension?: number | undefined;
}): string {
  return extension === undefined ? number : `${number} (${extension})`;
}
