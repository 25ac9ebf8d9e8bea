/** How the name of a parameter is written: two or more ids joined by points. */
export const PARAMETER_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;
export const LONGEST_NAME = 120;

/** Is the text written like the name of a parameter? */
export function isParameterName(text: string): boolean {
  return text.length <= LONGEST_NAME && PARAMETER_NAME.test(text);
}
