import { CallError } from './call-error.ts';

/** Each waits up to 5 s for a link: half a minute in all, longer than a hub takes to start again. */
const tries = 6;

/**
 * Repeats a call while the hub cannot be reached. The call must carry the same `requestKey` every time: then a lost
 * reply changes nothing twice, and the answer of the first try comes with the second.
 * @throws CallError any other than UNREACHABLE at once; UNREACHABLE after the last try
 */
export async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (left === 0 || !(error instanceof CallError) || error.code !== 'UNREACHABLE') throw error;
    }
  }
}
