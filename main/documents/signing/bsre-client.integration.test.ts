import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BsreClient } from './bsre-client.ts';
import type { SigningRefused } from './signing-service.ts';

/** A stand-in for the office's Esign Client Service. */
let service: Server;
let address: string;
let asked: { url: string; authorization: string | undefined; body: Record<string, unknown> }[];
let answer: (body: Record<string, unknown>) => { status: number; body: string; headers?: Record<string, string> };

/** Instead of a status: the service never answers. */
const silent = 0;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const signature = Buffer.from('2 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] >>\nendobj\n%%EOF\n');
const kades = { nik: '3510054508650001', passphrase: 'Rahasia#2026' };
const json = (status: number, body: unknown) => ({ status, body: JSON.stringify(body) });
const signs = ({ file }: Record<string, unknown>) => {
  const [whole = ''] = file as string[];
  const copy = Buffer.concat([Buffer.from(whole, 'base64'), signature]).toString('base64');
  return json(200, { time: 812, file: [copy] });
};
const client = (more: { limitMs?: number; address?: string } = {}) =>
  new BsreClient({ address, user: 'desa', password: 'kunci', ...more });
const why = async (act: Promise<unknown>) =>
  act.then(
    () => 'signed',
    (error: SigningRefused) => {
      expect(error.message).not.toMatch(/3510|Rahasia|kunci/);
      return error.why;
    },
  );

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text) as Record<string, unknown>;
}

beforeAll(async () => {
  service = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
      const { status, body: text, headers } = answer(body);
      if (status === silent) return;
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});
beforeEach(() => {
  asked = [];
  answer = signs;
});

describe('a letter that is signed by the service', () => {
  it('comes back as it was, with the signature behind it', async () => {
    const copy = await client().sign(pdf, kades);
    expect(Buffer.from(copy)).toEqual(Buffer.concat([pdf, signature]));
    expect(asked).toMatchObject([{ url: '/api/v2/sign/pdf', body: { ...kades, file: [pdf.toString('base64')] } }]);
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('desa:kunci').toString('base64')}`);
  });

  it.each([
    [2011, 'not_registered'],
    [2021, 'certificate_over'],
    [2031, 'passphrase_wrong'],
    [2999, 'refused'],
  ])('is refused with the code %i as %s', async (code, word) => {
    answer = () => json(400, { status_code: code, error: `NIK ${kades.nik}` });
    expect(await why(client().sign(pdf, kades))).toBe(word);
  });

  it.each([
    [
      'another PDF',
      () => json(200, { file: [Buffer.concat([Buffer.from('%PDF-1.4'), signature]).toString('base64')] }),
    ],
    ['the same PDF without a signature', () => json(200, { file: [Buffer.concat([pdf, pdf]).toString('base64')] })],
    ['nothing', () => json(200, { file: [] })],
    ['a page of a proxy', () => ({ status: 200, body: '<html>login</html>' })],
    ['a fault', () => ({ status: 503, body: 'down' })],
  ])('is none where the service sends %s', async (_, says) => {
    answer = says;
    expect(await why(client().sign(pdf, kades))).toBe('fault');
  });

  it('is none where the service is away, too slow, sends without end, or sends elsewhere', async () => {
    expect(await why(client({ address: 'http://127.0.0.1:1' }).sign(pdf, kades))).toBe('unreachable');
    answer = () => ({ status: 200, body: 'x'.repeat(9 * 1024 * 1024) });
    expect(await why(client().sign(pdf, kades))).toBe('unreachable');
    answer = () => ({ status: 307, body: '', headers: { location: 'http://127.0.0.1:1/' } });
    expect(await why(client().sign(pdf, kades))).toBe('unreachable');
    answer = () => ({ status: silent, body: '' });
    expect(await why(client({ limitMs: 100 }).sign(pdf, kades))).toBe('unreachable');
  });
});

it('a signer is asked about without the NIK in an address', async () => {
  answer = () => json(200, { status_code: 1111, status: 'ISSUE', message: 'terdaftar' });
  expect(await client().canSign(kades.nik)).toBe(true);
  answer = () => json(200, { status_code: 1110, status: 'NOT_REGISTERED' });
  expect(await client().canSign(kades.nik)).toBe(false);
  expect(asked.map(({ url }) => url)).toEqual(['/api/v2/user/check-status', '/api/v2/user/check-status']);
  answer = () => json(200, {});
  expect(await why(client().canSign(kades.nik))).toBe('fault');
});
