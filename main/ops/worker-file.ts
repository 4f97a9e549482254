/**
 * Where a thread's program is. In a checkout it is `worker.ts` beside the module that asks; in the bundle it lies beside
 * the entries, while that module may have been put into `chunks`.
 * @param here of the module that asks
 * @param bundled name of its entry in the bundle
 */
export function workerFile(here: string, bundled: string): URL {
  if (here.endsWith('.ts')) return new URL('./worker.ts', here);
  return new URL(`${/\/chunks\/[^/]+$/.test(here) ? '..' : '.'}/${bundled}.js`, here);
}
