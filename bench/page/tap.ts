// Runs in the page: each function is sent there by itself and can use nothing from outside itself.

/** A tap that was timed, in milliseconds. */
export type Tap = {
  /** From the time stamp of the input event to the end of the frame that shows the change. */
  readonly total: number;
  /** The same without the time in which the page had nothing to do but wait for that frame to begin. */
  readonly work: number;
};

declare global {
  interface Window {
    /** The tap that is being timed. */
    benchTap?: Promise<Tap>;
  }
}

/**
 * Gets ready to time the next click on a control whose text begins with a name, until the text of `shows` is
 * another one and that frame is done. Gives the place to click.
 */
export function watchTap(control: string, name: string, shows: string): { x: number; y: number } {
  const target = [...document.querySelectorAll(control)].find((each) => each.textContent?.startsWith(name));
  if (target === undefined) throw new Error(`There is no ${control} "${name}" on this screen.`);
  const textNow = () => document.querySelector(shows)?.textContent;
  const before = textNow();
  window.benchTap = new Promise((painted) => {
    const free = new MessageChannel();
    const done = new MessageChannel();
    const hear = ({ timeStamp }: Event) => {
      let freeAt = Number.POSITIVE_INFINITY;
      let begunAt = 0;
      // Arrives when the page has handled the click and what that set going, unless the frame begins before.
      free.port1.onmessage = () => {
        freeAt = performance.now();
      };
      free.port2.postMessage('');
      done.port1.onmessage = () => {
        const total = performance.now() - timeStamp;
        painted({ total, work: total - Math.max(0, begunAt - freeAt) });
      };
      const look = () => {
        begunAt ||= performance.now(); // A change that comes only in a later frame is work all the way.
        // A message that is sent before a frame is painted arrives when it has been.
        if (textNow() === before) requestAnimationFrame(look);
        else done.port2.postMessage('');
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('click', hear, { capture: true, once: true });
  });
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** The tap that was watched. */
export async function watchedTap(): Promise<Tap> {
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

/** What the last tap set in motion has come to rest. */
export async function atRest(): Promise<void> {
  const twoFrames = async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
  };
  await twoFrames(); // A screen begins to move once it is painted.
  await Promise.all(
    document
      .getAnimations()
      .map((each) => (each.effect?.getTiming().iterations === 1 ? each.finished : undefined)),
  );
  await twoFrames();
}
