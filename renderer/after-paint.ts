/** Does something once the next frame is painted. Gives a way to call it off. */
export function afterPaint(act: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  // A message that is sent before a frame is painted arrives when it has been.
  const frame = requestAnimationFrame(() => port2.postMessage(''));
  return () => {
    cancelAnimationFrame(frame);
    port1.close();
  };
}
