import { expect, it } from 'vitest';
import { developmentPage, letterPageUrl, mayNavigate, programPage } from './page.ts';

const kioskPage = programPage('kiosk');

it.each([
  ['app://anjungan/kiosk', true],
  ['app://anjungan/kiosk#menu', true],
  ['app://anjungan/kiosk?again', true],
  ['app://anjungan/admin', false],
  ['app://anjungan/counter', false],
  ['app://elsewhere/kiosk', false],
  ['https://anjungan/kiosk', false],
  ['http://127.0.0.1:4780/kiosk', false],
  ['file:///kiosk', false],
  ['data:text/html,x', false],
  ['javascript:0', false],
  ['about:blank', false],
  ['', false],
])('to %s: %s', (url, may) => expect(mayNavigate(url, kioskPage)).toBe(may));

it('knows the page of the development server', () => {
  const page = developmentPage('http://localhost:5173/', 'kiosk');
  expect(page).toEqual({ url: 'http://localhost:5173/kiosk/index.html', origin: 'http://localhost:5173' });
  expect(mayNavigate(page.url, page)).toBe(true);
  expect(mayNavigate('http://localhost:5174/kiosk/index.html', page)).toBe(false);
});

it('knows where letters are drawn for paper', () => {
  expect(letterPageUrl(undefined)).toBe('app://anjungan/letter-print/index.html');
  expect(letterPageUrl('http://localhost:5173/')).toBe('http://localhost:5173/letter-print/index.html');
});

it('shows each kind of machine its own page, and keeps it there', () => {
  expect(programPage('counter')).toEqual({ url: 'app://anjungan/counter', origin: 'app://anjungan' });
  expect(mayNavigate('app://anjungan/counter', programPage('counter'))).toBe(true);
  expect(mayNavigate('app://anjungan/kiosk', programPage('display'))).toBe(false);
});
