import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { newFolder, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { kioskActor, TestLounge } from '../../../tests/doubles/lounge/in-process.ts';
import { runScript } from '../../../tests/doubles/lounge/script.ts';
import { Dice } from '../../../tests/faults/dice.ts';
import { anyAnswers } from '../../../tests/letters/any-answers.ts';
import { namedVillage, supervisor, VillageOffice } from '../../../tests/letters/village-office.ts';
import { signTrustList, type TrustList } from './trust-list.ts';

/** Two offices of a regency that signs a list of both, and whoever would like to be on it. */

const folder = newFolder('trust-list');
const keyFile = join(folder, 'kunci-kabupaten.json');
const listFile = join(folder, 'daftar.jws');
const sign = (...more: string[]) =>
  runScript('trust-list', join(folder, 'kantor'), '--key', keyFile, '--out', listFile, ...more);

let signer: string;
let tambakrejo: VillageOffice;
let kedungrejo: VillageOffice;

function officeOf(name: string): VillageOffice {
  const village = { ...namedVillage, name, trust: { key: signer, feed: null } };
  return new VillageOffice('2026-11-24T09:00:00+07:00', { village });
}

/** The code of a letter that an office has just issued. */
async function tokenOf(office: VillageOffice): Promise<string> {
  const { definition } = await office.letter('sk_usaha');
  const { requestId } = await office.file('sk_usaha', anyAnswers(definition as LetterDefinition, new Dice(1)));
  await office.issue(requestId);
  const token = office.test.lounge.db.prepare<[], string>('SELECT token FROM letter').pluck().get();
  if (token === undefined) throw new Error('the letter has no code');
  return token;
}

const trustOf = (office: VillageOffice) => office.test.lounge.router.trust;
const state = (office: VillageOffice) => call(trustOf(office).state, undefined, office.as(supervisor));
const take = (office: VillageOffice, list: string, requestKey = TestLounge.key()) =>
  call(trustOf(office).take, { list, requestKey }, office.as(supervisor));
const verify = (office: VillageOffice, token: string) => call(office.api.verify, { token }, office.as(kioskActor));

/** What a supervisor saves for the regency. */
async function saveKey(office: VillageOffice, name: string): Promise<void> {
  const { own } = await state(office);
  writeFileSync(join(folder, 'kantor', name), JSON.stringify({ anjungan: 'office-key', v: 1, ...own }));
}

beforeAll(async () => {
  process.env['ANJUNGAN_TRUST_PASSPHRASE'] = 'sapi makan rumput hijau';
  mkdirSync(join(folder, 'kantor'));
  const made = await runScript('trust-list', '--new-key', '--key', keyFile);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  signer = (JSON.parse(readFileSync(keyFile, 'utf8')) as { x: string }).x;
  expect(made.stdout).toContain(`"key": "${signer}"`);
  tambakrejo = officeOf('Tambakrejo');
  kedungrejo = officeOf('Kedungrejo');
});
afterAll(async () => {
  delete process.env['ANJUNGAN_TRUST_PASSPHRASE'];
  await tambakrejo.end();
  await kedungrejo.end();
  removeFolders();
});

describe('two offices of a regency', () => {
  let tokens: { tambakrejo: string; kedungrejo: string };
  let first: string;

  it('know nothing of each other at first', async () => {
    tokens = { tambakrejo: await tokenOf(tambakrejo), kedungrejo: await tokenOf(kedungrejo) };
    expect(await verify(tambakrejo, tokens.kedungrejo)).toEqual({ result: 'unknown_issuer' });
    expect(await state(tambakrejo)).toMatchObject({
      own: { issuer: 'Desa Tambakrejo, Kecamatan Muncar' },
      list: null,
      feed: null,
      fed: null,
    });
  });

  it('check each other’s letters by the list, and say its date', async () => {
    await saveKey(tambakrejo, '1.json');
    await saveKey(kedungrejo, '2.json');
    const { code, stdout } = await sign();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\+ Desa Kedungrejo, Kecamatan Muncar \([\w-]{8}\)\n\+ Desa Tambakrejo/);
    first = readFileSync(listFile, 'utf8');
    const { list } = await take(tambakrejo, first);
    expect(list).toMatchObject({ sequence: 1, from: 'file', offices: 2, takenAt: '2026-11-24T09:00:00+07:00' });
    await take(kedungrejo, first);
    const other = { result: 'issued', now: null, listDate: list?.date };
    expect(await verify(tambakrejo, tokens.kedungrejo)).toMatchObject({
      ...other,
      issuer: 'Desa Kedungrejo, Kecamatan Muncar',
    });
    expect(await verify(kedungrejo, tokens.tambakrejo)).toMatchObject({
      ...other,
      issuer: 'Desa Tambakrejo, Kecamatan Muncar',
    });
    // One's own is still looked up in one's own register.
    expect(await verify(tambakrejo, tokens.tambakrejo)).toMatchObject({ now: 'issued', listDate: null });
  });

  it('keep the list over a restart', async () => {
    await tambakrejo.test.restart();
    expect(await state(tambakrejo)).toMatchObject({ list: { sequence: 1, offices: 2 } });
    expect(await verify(tambakrejo, tokens.kedungrejo)).toMatchObject({ result: 'issued' });
  });

  it('take the newer list, and never go back to the older one', async () => {
    expect((await sign()).stdout).toMatch(/^list 2 of /);
    const second = readFileSync(listFile, 'utf8');
    const requestKey = TestLounge.key();
    expect(await take(tambakrejo, second, requestKey)).toMatchObject({ list: { sequence: 2 } });
    // Sent again, or the same file once more: nothing happens.
    expect(await take(tambakrejo, second, requestKey)).toMatchObject({ list: { sequence: 2 } });
    expect(await take(tambakrejo, second)).toMatchObject({ list: { sequence: 2 } });
    await expect(take(tambakrejo, first)).rejects.toMatchObject({ code: 'LIST_OLDER' });
    const acts = "SELECT subject FROM audit WHERE act = 'trust_list_taken'";
    expect(tambakrejo.test.lounge.db.prepare(acts).pluck().all()).toEqual(['1', '2']);
  });

  it('take no list that was changed, or that somebody else has signed', async () => {
    const list = readFileSync(listFile, 'utf8').trim();
    const [head = '', body = '', seal = ''] = list.split('.');
    const changed = Buffer.from(body, 'base64url').toString().replace('Kedungrejo', 'Kedungsari');
    await expect(
      take(tambakrejo, [head, Buffer.from(changed).toString('base64url'), seal].join('.')),
    ).rejects.toMatchObject({ code: 'LIST_FALSE' });
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const { own } = await state(kedungrejo);
    const false_: TrustList = { v: 1, list: 'anjungan-trust', sequence: 9, date: '2026-11-24', offices: [own] };
    const stranger = await signTrustList(false_, await exportJWK(privateKey));
    await expect(take(tambakrejo, stranger)).rejects.toMatchObject({ code: 'LIST_FALSE' });
    await expect(take(tambakrejo, 'this is no list, but some text')).rejects.toMatchObject({ code: 'LIST_FALSE' });
    expect(await state(tambakrejo)).toMatchObject({ list: { sequence: 2 } });
  });
});

describe('the regency', () => {
  it('hears of a key that two files name differently, and signs nothing', async () => {
    const { own } = await state(tambakrejo);
    const other = { anjungan: 'office-key', v: 1, ...own, issuer: 'Desa Palsu' };
    writeFileSync(join(folder, 'kantor', '3.json'), JSON.stringify(other));
    expect(await sign()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('1.json and 3.json') });
    const changed = { ...other, id: 'AAAAAAAA' };
    writeFileSync(join(folder, 'kantor', '3.json'), JSON.stringify(changed));
    expect((await sign()).stderr).toContain('3.json was changed');
  });

  it('opens its key with the passphrase alone', async () => {
    process.env['ANJUNGAN_TRUST_PASSPHRASE'] = 'something else';
    expect((await sign()).stderr).toBe(`anjungan: ${keyFile} does not open with this passphrase.\n`);
    expect(readFileSync(keyFile, 'utf8')).not.toContain('"d"');
  });
});
