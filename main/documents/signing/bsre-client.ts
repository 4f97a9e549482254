import { z } from 'zod';
import { type ServiceSigner, type SigningRefusal, SigningRefused, type SigningService } from './signing-service.ts';

export interface BsreOptions {
  /** Of the office's own Esign Client Service; on its network, or by HTTPS. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  readonly fetch?: typeof fetch;
  readonly limitMs?: number;
}

const signed = z.object({ file: z.array(z.base64().min(1)).length(1) });
const status = z.object({ status: z.string() });
const refusal = z.object({ status_code: z.coerce.number(), error: z.string().optional() });

/** Codes of the service's answers (Petunjuk Teknis API Esign Client Service 2.0, BSrE, January 2024). */
const refusals: Readonly<Record<number, SigningRefusal>> = {
  2011: 'not_registered',
  2021: 'certificate_over',
  2031: 'passphrase_wrong',
};

/** A letter has some 60 kB; what a service sends back beyond this is no letter. */
const mostBytes = 8 * 1024 * 1024;

/**
 * A client of the Esign Client Service of BSrE, version 2: JSON by POST, so that neither NIK nor passphrase stands in an
 * address. Whatever goes wrong becomes a SigningRefused that holds nothing personal.
 */
export class BsreClient implements SigningService {
  readonly #options: Required<BsreOptions>;

  constructor(options: BsreOptions) {
    this.#options = { fetch, limitMs: 30_000, ...options };
  }

  async sign(pdf: Uint8Array, { nik, passphrase }: ServiceSigner): Promise<Uint8Array> {
    const body = {
      nik,
      passphrase,
      signatureProperties: [{ tampilan: 'INVISIBLE' }],
      file: [Buffer.from(pdf).toString('base64')],
    };
    const answer = signed.safeParse(await this.#ask('/api/v2/sign/pdf', body));
    if (!answer.success) throw new SigningRefused('fault');
    const bytes = Buffer.from(answer.data.file[0] ?? '', 'base64');
    if (!isSignedCopy(bytes, pdf)) throw new SigningRefused('fault');
    return bytes;
  }

  async canSign(nik: string): Promise<boolean> {
    const answer = status.safeParse(await this.#ask('/api/v2/user/check-status', { nik }));
    if (!answer.success) throw new SigningRefused('fault');
    return answer.data.status === 'ISSUE';
  }

  async #ask(path: string, body: unknown): Promise<unknown> {
    const { address, user, password, limitMs, fetch: send } = this.#options;
    let response: Response;
    let text: string;
    try {
      response = await send(new URL(path, address), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        },
        body: JSON.stringify(body),
        // A passphrase follows nobody to another address.
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      text = await limited(response);
    } catch {
      throw new SigningRefused('unreachable');
    }
    const json = parsed(text);
    if (response.ok) return json;
    const { data } = refusal.safeParse(json);
    if (data) throw new SigningRefused(refusals[data.status_code] ?? 'refused');
    throw new SigningRefused(response.status >= 500 ? 'fault' : 'refused');
  }
}

/** An incremental update (ISO 32000-1, 7.5.6) leaves the bytes before it as they were. */
function isSignedCopy(copy: Buffer, pdf: Uint8Array): boolean {
  return (
    copy.length > pdf.length &&
    copy.subarray(0, pdf.length).equals(pdf) &&
    copy.subarray(pdf.length).includes('/ByteRange')
  );
}

async function limited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > mostBytes) throw new RangeError('too long an answer');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
