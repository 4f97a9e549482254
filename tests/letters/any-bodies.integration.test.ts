import { call, isDefinedError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../contract/index.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Role } from '../../contract/principal.ts';
import { callerOf, kioskActor } from '../doubles/lounge/in-process.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from './any-answers.ts';
import { anyBody, type BodySchema, type Known } from './any-bodies.ts';
import { namedVillage, operator, supervisor, VillageOffice, verifier } from './village-office.ts';

/** Of each procedure; the short form runs every time, `BODIES=20000` is the full one. `SEED` makes others. */
const bodies = Number(process.env['BODIES'] ?? 60);
const seed = Number(process.env['SEED'] ?? 20261124);

/** Everything that letters brought. */
const rooms = ['documents', 'letterPrinting', 'letterSettings', 'residents', 'retention', 'trust'] as const;
const procedures = rooms.flatMap((room) =>
  Object.entries(contract[room]).flatMap(([name, { '~orpc': its }]) =>
    its.inputSchema === undefined ? [] : [{ path: `${room}.${name}`, room, name, its }],
  ),
);

/** Who asks: whoever may do most of those who may. */
const callers = { kiosk: kioskActor, operator, verifier, supervisor } as const;
const asked: readonly Role[] = ['supervisor', 'verifier', 'operator', 'kiosk'];

let office: VillageOffice;
let known: Known;

beforeAll(async () => {
  office = new VillageOffice(undefined, { village: namedVillage });
  const uuids: string[] = [];
  const { newest } = await office.takeResidents('NIK;NO KK;NAMA\n3510054508900003;3510161203100007;Siti Aminah');
  uuids.push(newest?.id ?? '');
  const words = ['applicant.name', 'applicant.nik', 'business.name', 'Siti Aminah', '3510054508900003', '17'];
  const answers: unknown[] = [];
  const codes: string[] = [];
  for (const [nth, letterId] of ['sk_usaha', 'sktm', 'sk_ahli_waris', 'sk_domisili', 'sk_usaha'].entries()) {
    const { definition } = await office.letter(letterId);
    const values = anyAnswers(definition as LetterDefinition, new Dice(nth));
    const by = letterId === 'sk_ahli_waris' ? { by: operator } : {};
    const filed = await office.file(letterId, values, { ...by, phone: '081234567890' });
    uuids.push(filed.requestId, ...(filed.ticket ? [filed.ticket.id] : []));
    answers.push(values, { ...values, 'applicant.nik': '1' }, { ...values, 'heirs_9.name': 'x' });
    codes.push(filed.tracking);
    words.push(letterId, filed.tracking, ...Object.keys(values).slice(0, 4), ...Object.values(values).slice(0, 4));
    if (nth > 2) continue;
    const page = await office.issue(filed.requestId);
    uuids.push(...page.letters.map(({ id }) => id));
    if (nth === 1) await office.step(filed.requestId, 'signed', verifier);
  }
  uuids.push(
    ...office.test.lounge.db.prepare<[], string>('SELECT id FROM letter_number').pluck().all(),
    ...office.test.lounge.db.prepare<[], string>('SELECT id FROM letter').pluck().all(),
  );
  words.push(...office.test.lounge.db.prepare<[], string>('SELECT token FROM letter').pluck().all());
  known = {
    uuids,
    words,
    named: {
      letterId: ['sk_usaha', 'sktm', 'sk_domisili', 'sk_ahli_waris'],
      values: answers as [unknown, ...unknown[]],
      code: codes as [string, ...string[]],
      officialId: ['head', 'secretary'],
      lastFour: ['7890', '0000'],
      field: ['applicant.name', 'applicant.rt', 'business.name'],
      requirementId: ['ktp', 'kk', 'rt_rw'],
      phone: ['081234567890', null],
      ticketId: [null],
      matchId: [null],
      nik: ['3510054508900003', '3510054508900004'],
      fields: [['applicant.address'], ['business.name', 'no.such']],
    },
  };
});
afterAll(() => office.end());

/** Wrong PINs are counted, which is a write of its own. */
const writesWhenRefused = new Set(['PIN_WRONG', 'DEVICE_LOCKED']);

describe(`${bodies} bodies that come from anywhere`, () => {
  it.each(procedures)(
    '$path answers each, or refuses it by a word of the contract and writes nothing',
    {
      timeout: 60_000 + bodies * 100,
    },
    async ({ path, room, name, its: { inputSchema, meta, errorMap } }) => {
      const schema = z.toJSONSchema(inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as BodySchema;
      const role = asked.find((one) => meta.roles.includes(one)) as keyof typeof callers;
      const router = office.test.lounge.router as unknown as Record<string, Record<string, Parameters<typeof call>[0]>>;
      const handler = router[room]?.[name] as Parameters<typeof call>[0];
      const writes = office.test.lounge.db.prepare<[], number>('SELECT total_changes()').pluck();
      const dice = new Dice(seed);
      let refused = 0;
      for (let nth = 0; nth < bodies; nth += 1) {
        const body = anyBody(schema, dice, known);
        // A machine that tries codes has to wait; here it is to go on.
        if (nth % 5 === 0) office.test.time.pass(3);
        const before = writes.get();
        try {
          await call(handler, body, { context: { caller: callerOf(callers[role]) } });
          // What the letters' own thread makes comes between the calls, not in them.
          await office.test.lounge.documents.made();
        } catch (error) {
          refused += 1;
          const { code } = error as { code?: string };
          const said = `${path} ${JSON.stringify(body)?.slice(0, 600)}: ${String(error)}`;
          expect(code === 'BAD_REQUEST' || (isDefinedError(error) && (code ?? '') in errorMap), said).toBe(true);
          if (!writesWhenRefused.has(code ?? '')) expect(writes.get(), said).toBe(before);
        }
      }
      if (process.env['TELL']) console.log(path, bodies - refused);
      expect(refused, 'some of them cannot be right').toBeGreaterThan(0);
    },
  );
});
