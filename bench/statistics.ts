/**
 * The value below which a part (0 to 1) of the samples lies, by nearest rank: always one that was measured.
 * With fewer than a hundred samples, the 0.99 of it is the largest. Throws RangeError when there is none.
 */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There are no samples to take a percentile of.');
  return value;
}

/** The middle of the samples; between the two middle ones when there is no single one. */
export function median(samples: readonly number[]): number {
  const lower = percentile(samples, 0.5);
  return samples.length % 2 === 1 ? lower : (lower + percentile(samples, 0.5 + 1 / samples.length)) / 2;
}
