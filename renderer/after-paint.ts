type Waiting = { readonly act: () => void; isWanted: boolean };

/** What waits for the next frame. */
let next: Waiting[] = [];
/** What waits until that frame is painted, a list for each frame that has begun. */
const begun: Waiting[][] = [];
let message: MessageChannel | undefined;

/**
 * Does something once the next frame is painted. Gives a way to call it off. All that wait for the same frame share one request: asking for a
 * frame is among what takes longest in a tap.
 */
export function afterPaint(act: () => void): () => void {
  const mine: Waiting = { act, isWanted: true };
  if (next.length === 0) requestAnimationFrame(begin);
  next.push(mine);
  return () => {
    mine.isWanted = false;
  };
}

function begin(): void {
  begun.push(next);
  next = [];
  if (message === undefined) {
    message = new MessageChannel();
    message.port1.onmessage = painted;
  }
  // A message that is sent before a frame is painted arrives when it has been.
  message.port2.postMessage('');
}

function painted(): void {
  for (const { act, isWanted } of begun.shift() ?? []) {
    if (!isWanted) continue;
    try {
      act();
    } catch (error) {
      reportError(error); // The others have nothing to do with it.
    }
  }
}
