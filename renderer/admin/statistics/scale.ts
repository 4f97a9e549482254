/** Round numbers from 0 to at least `most`, at most `steps` of them above 0: the lines behind a plot of counts. */
export function ticksTo(most: number, steps = 4): number[] {
  const rough = Math.max(1, most / steps);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough && Number.isInteger(size));
  const size = step ?? power * 10;
  const count = Math.max(1, Math.ceil(most / size));
  return Array.from({ length: count + 1 }, (_, i) => i * size);
}

/** Every nth of so many labels, so that each has `least` px. */
export function everyNth(count: number, width: number, least: number): number {
  return Math.max(1, Math.ceil((count * least) / Math.max(1, width)));
}
