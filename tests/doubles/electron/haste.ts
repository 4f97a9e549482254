/** Times in this run of the double are this many times as short: its intervals and its monotonic clock. 1: as written. */
const haste = Number(process.env['ELECTRON_DOUBLE_HASTE'] ?? 1);

/** In the main process. */
export function makeHaste(): void {
  if (haste === 1) return;
  const { setInterval } = globalThis;
  globalThis.setInterval = ((run: () => void, ms = 0) => setInterval(run, ms / haste)) as typeof setInterval;
  const now = performance.now.bind(performance);
  performance.now = () => now() * haste;
}

/** In a preload. @param source of the preload */
export function inHaste(source: string): string {
  if (haste === 1) return source;
  return `const setInterval = (run, ms) => globalThis.setInterval(run, ms / ${haste});\n${source}`;
}
