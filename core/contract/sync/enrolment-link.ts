// Without a schema, so that a screen can read one without loading what checks it.

/**
 * What a QR code for enrolling holds: the address of the server, and the code behind a `#`, which no browser sends on. So who
 * scans it with a telephone gets to the server, and the code to nobody.
 */
export function enrolmentLink(server: string, code: string): string {
  return `${server}#${code}`;
}

/** The two in a text that was scanned; undefined when it is not written so. Whether they are right is for whoever takes them to judge. */
export function readEnrolmentLink(text: string): { server: string; code: string } | undefined {
  const [, server, code] = /^(https?:\/\/[^\s#]+)#([\w-]+)$/u.exec(text.trim()) ?? [];
  return server === undefined || code === undefined ? undefined : { server, code };
}
