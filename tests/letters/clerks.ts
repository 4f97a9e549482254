/**
 * Four clerks of one village office who issue letters at once, in a process of their own that may be killed.
 * `node tests/letters/clerks.ts FOLDER WANTED START`: until so many letters have a number; a letter takes some time of the
 * lounge's clock, so that a year may end meanwhile. Each answer is a line of JSON on standard output.
 */
import { call } from '@orpc/server';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Actor } from '../../contract/principal.ts';
import { callerOf, TestTime } from '../doubles/lounge/in-process.ts';
import { openOwnLounge } from '../doubles/lounge/own-lounge.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from './any-answers.ts';

/** One line that the clerks say. */
export type Said =
  | { readonly begun: true; readonly unmade: number }
  | { readonly number: string; readonly clerk: number }
  | { readonly done: true };

const [folder = '', wanted = '0', start = ''] = process.argv.slice(2);
const kinds = ['sk_usaha', 'sktm', 'sk_domisili'] as const;
/** Of the lounge's clock, for each letter. */
const minutesEach = 1;

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);

const time = new TestTime(start);
const lounge = openOwnLounge(folder, time);
const { documents } = lounge.router;
const given = lounge.db.prepare<[], number>('SELECT count(*) FROM letter_number').pluck();
const unmade = lounge.db.prepare<[], number>("SELECT count(*) FROM letter WHERE render <> 'rendered'").pluck();
say({ begun: true, unmade: unmade.get() ?? 0 });

async function work(clerk: number): Promise<void> {
  const by: Actor = { role: 'verifier', device: `counter-${clerk}`, person: `staff-${clerk}` };
  const as = { context: { caller: callerOf(by) } };
  const key = () => ({ requestKey: crypto.randomUUID() });
  for (let nth = 0; (given.get() ?? 0) < Number(wanted); nth += 1) {
    const letterId = kinds[(nth + clerk) % kinds.length] ?? kinds[0];
    const { definition } = await call(documents.letter, { id: letterId }, as);
    const values = anyAnswers(definition as LetterDefinition, new Dice(clerk * 1_000 + nth));
    const asked = { letterId, values, forWhom: 'self', broughtAll: true, phone: null, priority: null } as const;
    const { requestId: id } = await call(documents.file, { ...asked, wantsTicket: false, ...key() }, as);
    let page = await call(documents.step, { id, step: 'check', note: null, ...key() }, as);
    for (const { id: requirementId } of page.requirements)
      page = await call(documents.tick, { id, requirementId, state: 'ok', ...key() }, as);
    page = await call(documents.approve, { id, officialId: 'head', ...key() }, as);
    for (const { number } of page.letters) say({ number, clerk });
    time.pass(minutesEach);
    // The others come in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await Promise.all([1, 2, 3, 4].map(work));
await lounge.documents.made();
await lounge.close();
say({ done: true });
