// Runs in the page: each function is sent there by itself and can use nothing from outside itself.

declare global {
  interface Window {
    /** The tap that is being timed: milliseconds from the event to the painted change. */
    benchTap?: Promise<number>;
  }
}

/**
 * Gets ready to time the next click on a control whose text begins with a name: from the time stamp of the input event to the end of the
 * frame in which the text of `shows` is another one. Gives the place to click.
 */
export function watchTap(control: string, name: string, shows: string): { x: number; y: number } {
  const target = [...document.querySelectorAll(control)].find((each) => each.textContent?.startsWith(name));
  if (target === undefined) throw new Error(`There is no ${control} "${name}" on this screen.`);
  const textNow = () => document.querySelector(shows)?.textContent;
  const before = textNow();
  window.benchTap = new Promise((painted) => {
    const { port1, port2 } = new MessageChannel();
    const hear = ({ timeStamp }: Event) => {
      port1.onmessage = () => painted(performance.now() - timeStamp);
      // A message that is sent before a frame is painted arrives when it has been.
      const look = () => void (textNow() === before ? requestAnimationFrame(look) : port2.postMessage(''));
      requestAnimationFrame(look);
    };
    document.addEventListener('click', hear, { capture: true, once: true });
  });
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** The tap that was watched, in milliseconds. */
export async function tapMs(): Promise<number> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The screen did not change after a tap.')), 5000);
  });
  return Promise.race([window.benchTap ?? late, late]);
}

/** Puts the floor in the page: a button whose listener does nothing but change one text. */
export function addFloor(): void {
  const button = document.createElement('button');
  const text = document.createTextNode('0');
  button.id = 'bench-floor';
  button.append(text);
  button.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 64px; z-index: 1';
  button.addEventListener('click', () => {
    text.data = String(Number(text.data) + 1);
  });
  document.body.append(button);
}

/** Takes it away again. */
export function removeFloor(): void {
  document.getElementById('bench-floor')?.remove();
}

/** Two frames without anything to do: the last change has come to rest. */
export async function atRest(): Promise<void> {
  await Promise.all(
    document
      .getAnimations()
      .map((each) => (each.effect?.getTiming().iterations === 1 ? each.finished : undefined)),
  );
  for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
}
