/** The services in a file: a list of them, or what the HSDS API gives with a list in `contents`; undefined when it is neither. */
export function readServices(text: string): Record<string, unknown>[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(read) ? read : (read as { contents?: unknown } | null)?.contents;
  if (!Array.isArray(list)) return undefined;
  const services = list.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  return services.length === list.length ? services : undefined;
}
