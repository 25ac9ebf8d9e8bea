/** Resolves when the first screen of this page is on the glass. What is not needed for that screen waits for it. */
export const firstPaint = new Promise<void>((painted) => {
  const observer = new PerformanceObserver(() => {
    observer.disconnect();
    painted();
  });
  observer.observe({ type: 'paint', buffered: true });
});
