import { expect, it } from 'vitest';
import { securityHeaders } from '../transport/assets.ts';
import { answerApp, appScheme } from './app-protocol.ts';

const assets = {
  find: async (path: string) =>
    path === '/kiosk'
      ? { body: Buffer.from('page'), headers: { ...securityHeaders, 'content-type': 'text/html' } }
      : null,
};
const requestOf = (url: string, method: string) => new Request(url, { method });
const ask = (url: string, method = 'GET') => answerApp({ assets, headers: securityHeaders }, requestOf(url, method));

it('gives a page with the CSP', async () => {
  const answer = await ask('app://anjungan/kiosk?x#y');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('page');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('gives only the headers to HEAD', async () => {
  expect(await (await ask('app://anjungan/kiosk', 'HEAD')).text()).toBe('');
});

it.each([
  ['another host', 'app://elsewhere/kiosk', 'GET', 404],
  ['no such file', 'app://anjungan/none', 'GET', 404],
  ['a POST', 'app://anjungan/kiosk', 'POST', 405],
])('gives nothing to %s, with the CSP all the same', async (_name, url, method, status) => {
  const answer = await ask(url, method);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('asks the hub for its pictures where there is one, and for nothing else', async () => {
  const media = async ({ url, method }: Request) => new Response(`${method} ${url}`);
  const files = { assets, headers: securityHeaders, media };
  const answer = async (url: string, method = 'GET') => {
    const { status, body } = await answerApp(files, requestOf(url, method));
    return [status, body === null ? null : await new Response(body).text()];
  };
  expect(await answer('app://anjungan/media/a.png?v=1')).toEqual([200, 'GET app://anjungan/media/a.png?v=1']);
  expect(await answer('app://anjungan/kiosk')).toEqual([200, 'page']);
  expect(await answer('app://elsewhere/media/a.png')).toEqual([404, null]);
  expect(await answer('app://anjungan/media/a.png', 'PUT')).toEqual([405, null]);
  expect((await ask('app://anjungan/media/a.png')).status).toBe(404);
});

it('registers a scheme that cannot pass the CSP by', () => {
  expect(appScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  });
});
