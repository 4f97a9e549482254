/**
 * Where the worker's program is. In a checkout it is the source beside this file; in the bundle it lies beside the
 * entries, while this code may have been put into `chunks`.
 * @param here of this module; a test may say another
 */
export function workerFile(here: string = import.meta.url): URL {
  if (here.endsWith('.ts')) return new URL('./worker.ts', here);
  return new URL(/\/chunks\/[^/]+$/.test(here) ? '../statistics-worker.js' : './statistics-worker.js', here);
}
