/** Why a code opened nothing. */
export type Refusal = 'wrong' | 'tooOften' | 'unreachable';

/** What came of showing a code to the hub. */
export type Joined = { ok: true; page: string } | { ok: false; why: Refusal };

/** The page of a machine of this kind. */
export const pageOf = (kind: string): string => `/${kind}`;

/** Shows the code; the hub answers with a cookie, and what this machine is now. */
export async function join(code: string): Promise<Joined> {
  try {
    const answer = await fetch('/api/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(5_000),
    });
    if (answer.status === 429) return { ok: false, why: 'tooOften' };
    if (!answer.ok) return { ok: false, why: 'wrong' };
    const { device } = (await answer.json()) as { device: { kind: string } };
    return { ok: true, page: pageOf(device.kind) };
  } catch {
    return { ok: false, why: 'unreachable' };
  }
}
