/** Least squares over the samples: the rise from the first to the last, in parts of the mean. */
export function growthOf(samples: readonly number[]): number {
  const n = samples.length;
  const meanX = (n - 1) / 2;
  const meanY = samples.reduce((sum, y) => sum + y, 0) / n;
  const slope =
    samples.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) /
    samples.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return (slope * (n - 1)) / meanY;
}
