import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterValues } from '../../contract/documents.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import { TestDesk } from '../doubles/lounge/desk.ts';
import { callerOf, kioskActor, TestLounge } from '../doubles/lounge/in-process.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from '../letters/any-answers.ts';
import { VillageOffice } from '../letters/village-office.ts';

const business = 'sk_usaha';
const line = 'surat-desa';

describe('a village office whose disk fills up', () => {
  let office: VillageOffice;
  let values: LetterValues;
  const has = (megabytes: number) => {
    office.test.freeBytes = megabytes * 1_000_000;
    office.test.lounge.space.look();
  };
  const space = async () => {
    const watch = await call(office.test.lounge.router.lounge.watch, undefined, {
      context: { caller: callerOf(kioskActor) },
    });
    const { value } = await watch.next();
    await watch.return?.(undefined);
    return (value as LoungeSnapshot | undefined)?.space;
  };
  beforeAll(async () => {
    office = new VillageOffice();
    const { definition } = await office.letter(business);
    values = anyAnswers(definition as LetterDefinition, new Dice(6));
  });
  afterAll(() => office.test.end());

  it('sends people who want a letter to the desk, and still gives numbers', async () => {
    const requestKey = TestLounge.key();
    const kept = await office.file(business, values, { requestKey });
    has(450);
    await expect(office.file(business, values)).rejects.toMatchObject({ code: 'STORE_FULL' });
    // Whoever had an answer before has it still.
    expect(await office.file(business, values, { requestKey })).toEqual(kept);
    expect(await space()).toBe('no_requests');
    expect(office.test.take(line).position).toBe(2);
  });

  it('gives no number under 200 MB, and calls and serves those who have one', () => {
    const clerk = new TestDesk(office.test, '3');
    clerk.open();
    has(150);
    expect(() => office.test.take(line)).toThrow(expect.objectContaining({ code: 'SERVICE_CLOSED' }));
    const shut = office.test.lounge.board.services().find(({ id }) => id === line);
    expect(shut?.availability).toEqual({ open: false, reason: 'machine', reopensAt: null, notice: null });
    expect(clerk.callNext().current?.number).toMatch(/001$/);
    expect(clerk.done().current).toBeNull();
  });

  it('does everything again by itself when there is room', async () => {
    has(900);
    expect(office.test.take(line).position).toBe(2);
    await expect(office.file(business, values)).resolves.toMatchObject({ closed: null });
    expect(await space()).toBe('enough');
  });
});
