import { encode } from 'uqr';

/** Runs of dark modules of a QR code, as rectangles in modules; and how many modules it is wide. */
export function codeRuns(content: string): { size: number; runs: { x: number; y: number; width: number }[] } {
  const { data, size } = encode(content, { ecc: 'L', boostEcc: true, border: 0 });
  const runs = data.flatMap((row, y) => {
    const found: { x: number; y: number; width: number }[] = [];
    let start = -1;
    for (let x = 0; x <= size; x++) {
      if (row[x] && start === -1) start = x;
      if (!row[x] && start !== -1) {
        found.push({ x: start, y, width: x - start });
        start = -1;
      }
    }
    return found;
  });
  return { size, runs };
}
