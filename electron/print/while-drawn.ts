/** A page that is being drawn, as far as it is watched. */
type Drawn = {
  readonly once: (event: 'render-process-gone', hear: (event: unknown, details: Gone) => void) => unknown;
  readonly off: (event: 'render-process-gone', hear: (event: unknown, details: Gone) => void) => unknown;
};
type Gone = { readonly reason: string };

/**
 * What `act` makes of a page. Throws when it throws, when the process of the page is gone, and after `mostMs` milliseconds: nobody
 * else says so to whoever waits for a page that loads, and one that prints for ever would keep all others from printing.
 */
export async function whileDrawn<Made>(page: Drawn, mostMs: number, act: () => Promise<Made>): Promise<Made> {
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    const hear = (_: unknown, { reason }: Gone) =>
      reject(new Error(`The page that was drawn is gone: ${reason}.`));
    const timer = setTimeout(() => reject(new Error(`Nothing was drawn in ${mostMs} ms.`)), mostMs);
    page.once('render-process-gone', hear);
    stop = () => {
      clearTimeout(timer);
      page.off('render-process-gone', hear);
    };
  });
  try {
    return await Promise.race([act(), ended]);
  } finally {
    stop();
  }
}
