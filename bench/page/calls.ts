// Runs in the page: the function is sent there by itself and can use nothing from outside itself.

/** Times calls of a service and calls that do nothing, in turn: milliseconds of one call, each of so many together. */
export async function timeServiceCalls(
  ids: readonly string[],
  together: number,
): Promise<{ service: number[]; nothing: number[] }> {
  const service: number[] = [];
  const nothing: number[] = [];
  const time = async (call: (turn: number) => Promise<unknown>) => {
    const began = performance.now();
    for (let turn = 0; turn < together; turn++) await call(turn);
    return (performance.now() - began) / together;
  };
  for (let from = 0; from + together <= ids.length; from += together) {
    nothing.push(await time(() => window.balie.invoke('session:activity', {})));
    service.push(
      await time(async (turn) => {
        const id = ids[from + turn] ?? '';
        const page = await window.balie.invoke('directory:service', { id });
        // As the screens do, which read the text before they draw it.
        if (page === null || JSON.parse(page).id !== id) throw new Error(`There is no service ${id}.`);
      }),
    );
    // The door lets only so many calls a second through.
    await new Promise((wait) => setTimeout(wait, together * 12));
  }
  return { service, nothing };
}
