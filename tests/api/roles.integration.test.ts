import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../contract/index.ts';
import type { Role } from '../../contract/principal.ts';
import { roles } from '../../contract/principal.ts';
import { callerOf, TestLounge } from '../doubles/lounge/in-process.ts';

/**
 * Who may do what, written by hand and not read from the contract: a role that slips into a procedure, or out of it,
 * is found here. Columns: the machines without a person, the people, a program with a token.
 */
const table = `
                          kiosk counter display | operator verifier signer supervisor | integration
queue.services            yes   -       yes       yes      yes      yes    yes          yes
queue.take                yes   -       -         yes      yes      yes    yes          -
queue.ticket              yes   -       -         yes      yes      yes    yes          yes
queue.byNumber            yes   -       -         yes      yes      yes    yes          yes
queue.unserved            -     -       -         yes      -        -      yes          -
queue.endDay              -     -       -         yes      -        -      yes          -
queue.voidRun             -     -       -         yes      -        -      yes          -
queue.watch               yes   -       yes       yes      yes      yes    yes          -

printing.watchJob         yes   -       -         yes      yes      yes    yes          -
printing.answerSlip       yes   -       -         -        -        -      -            -
printing.jobs             -     -       -         yes      yes      yes    yes          -
printing.settle           -     -       -         yes      yes      yes    yes          -
printing.testSlip         -     -       -         yes      yes      yes    yes          -
printing.answerTest       -     -       -         yes      yes      yes    yes          -
printing.rollChanged      -     -       -         yes      yes      yes    yes          -
printing.divert           -     -       -         yes      yes      yes    yes          -
printing.reprint          -     -       -         yes      yes      yes    yes          -
printing.outlets          -     -       -         -        -        -      yes          -
printing.setOutlet        -     -       -         -        -        -      yes          -
printing.setProfile       -     -       -         -        -        -      yes          -
printing.probe            -     -       -         -        -        -      yes          -
printing.lend             yes   -       -         -        -        -      -            -
printing.reportLent       yes   -       -         -        -        -      -            -

lounge.watch              yes   -       yes       yes      yes      yes    yes          -
lounge.logo               yes   -       yes       yes      yes      yes    yes          -
lounge.answerClock        yes   -       -         yes      yes      yes    yes          -
lounge.callForHelp        yes   -       -         -        -        -      -            -
lounge.answerHelp         -     -       -         yes      yes      yes    yes          -
lounge.endHelp            yes   -       -         yes      yes      yes    yes          -

counters.list             yes   yes     -         yes      yes      yes    yes          yes
counters.watch            -     -       -         yes      yes      yes    yes          -
counters.open             -     -       -         yes      yes      yes    yes          -
counters.pause            -     -       -         yes      yes      yes    yes          -
counters.resume           -     -       -         yes      yes      yes    yes          -
counters.close            -     -       -         yes      yes      yes    yes          -
counters.callNext         -     -       -         yes      yes      yes    yes          -
counters.callTicket       -     -       -         yes      yes      yes    yes          -
counters.callSpare        -     -       -         yes      yes      yes    yes          -
counters.recall           -     -       -         yes      yes      yes    yes          -
counters.serve            -     -       -         yes      yes      yes    yes          -
counters.done             -     -       -         yes      yes      yes    yes          -
counters.doneAndNext      -     -       -         yes      yes      yes    yes          -
counters.noShow           -     -       -         yes      yes      yes    yes          -
counters.callBack         -     -       -         yes      yes      yes    yes          -
counters.park             -     -       -         yes      yes      yes    yes          -
counters.returnToLine     -     -       -         yes      yes      yes    yes          -
counters.transfer         -     -       -         yes      yes      yes    yes          -
counters.nextMatter       -     -       -         yes      yes      yes    yes          -
counters.setNeed          -     -       -         yes      yes      yes    yes          -
counters.cancel           -     -       -         yes      yes      yes    yes          -
counters.undo             -     -       -         yes      yes      yes    yes          -
counters.find             -     -       -         yes      yes      yes    yes          -

display.watch             yes   -       yes       yes      yes      yes    yes          -
display.report            yes   -       yes       -        -        -      -            -
display.sounds            -     -       -         -        -        -      yes          -
display.mute              -     -       -         yes      yes      yes    yes          yes

media.watch               yes   -       yes       yes      yes      yes    yes          -
media.report              yes   -       yes       -        -        -      -            -
media.list                -     -       -         -        -        -      yes          -
media.remove              -     -       -         -        -        -      yes          -

staff.watch               yes   yes     -         yes      yes      yes    yes          -
staff.people              -     yes     -         yes      yes      yes    yes          -
staff.setUp               yes   yes     -         -        -        -      -            -
staff.signIn              -     yes     -         yes      yes      yes    yes          -
staff.unlock              -     yes     -         yes      yes      yes    yes          -
staff.signOut             -     yes     -         yes      yes      yes    yes          -
staff.lock                -     yes     -         yes      yes      yes    yes          -
staff.stay                -     -       -         yes      yes      yes    yes          -
staff.changePin           -     -       -         yes      yes      yes    yes          -
staff.accounts            -     -       -         -        -        -      yes          -
staff.add                 -     -       -         -        -        -      yes          -
staff.change              -     -       -         -        -        -      yes          -
staff.resetPin            -     -       -         -        -        -      yes          -

devices.list              -     -       -         -        -        -      yes          -
devices.beginPairing      -     -       -         -        -        -      yes          -
devices.endPairing        -     -       -         -        -        -      yes          -
devices.revoke            -     -       -         -        -        -      yes          -
devices.rename            -     -       -         -        -        -      yes          -
devices.setDisplay        -     -       -         -        -        -      yes          -
devices.unlock            -     -       -         -        -        -      yes          -

diagnostics.run           -     -       -         -        -        -      yes          -
diagnostics.report        -     -       -         -        -        -      yes          -

documents.letters         yes   -       -         yes      yes      yes    yes          yes
documents.letter          yes   -       -         yes      yes      yes    yes          yes
documents.file            yes   -       -         yes      yes      yes    yes          -
documents.track           yes   -       -         yes      yes      yes    yes          yes
documents.withdraw        yes   -       -         -        -        -      -            -
documents.watch           -     -       -         yes      yes      yes    yes          -
documents.list            -     -       -         yes      yes      yes    yes          -
documents.request         -     -       -         yes      yes      yes    yes          -
documents.ofTicket        -     -       -         yes      yes      yes    yes          -
documents.correct         -     -       -         yes      yes      yes    yes          -
documents.confirm         -     -       -         yes      yes      yes    yes          -
documents.tick            -     -       -         yes      yes      yes    yes          -
documents.step            -     -       -         yes      yes      yes    yes          -
documents.approve         -     -       -         yes      yes      yes    yes          -
documents.signedMany      -     -       -         -        yes      yes    yes          -
documents.signers         -     -       -         yes      yes      yes    yes          -
documents.signWithPin     -     -       -         yes      yes      yes    yes          -
documents.preview         -     -       -         yes      yes      yes    yes          -
documents.pdf             -     -       -         yes      yes      yes    yes          -
documents.register        -     -       -         yes      yes      yes    yes          -
documents.exportRegister  -     -       -         -        yes      -      yes          -
documents.reserve         -     -       -         -        yes      -      yes          -
documents.voidNumber      -     -       -         -        -        -      yes          -
documents.verify          yes   -       -         yes      yes      yes    yes          yes

letterSettings.get        -     -       -         -        -        -      yes          -
letterSettings.villages   -     -       -         -        -        -      yes          -
letterSettings.letter     -     -       -         -        -        -      yes          -
letterSettings.preview    -     -       -         -        -        -      yes          -
letterSettings.save       -     -       -         -        -        -      yes          -
letterSettings.backToShipped -  -       -         -        -        -      yes          -
letterSettings.undo       -     -       -         -        -        -      yes          -
letterSettings.history    -     -       -         -        -        -      yes          -

residents.state           -     -       -         -        -        -      yes          -
residents.preview         -     -       -         -        -        -      yes          -
residents.commit          -     -       -         -        -        -      yes          -
residents.undo            -     -       -         -        -        -      yes          -
residents.identify        yes   -       -         yes      yes      yes    yes          -
residents.known           yes   -       -         yes      yes      yes    yes          -

letterPrinting.watch      -     -       -         yes      yes      yes    yes          -
letterPrinting.print      -     -       -         yes      yes      yes    yes          -
letterPrinting.again      -     -       -         yes      yes      yes    yes          -
letterPrinting.cancel     -     -       -         yes      yes      yes    yes          -
letterPrinting.cameOut    -     -       -         yes      yes      yes    yes          -
letterPrinting.settings   -     -       -         -        -        -      yes          -
letterPrinting.setPrinter -     -       -         -        -        -      yes          -
letterPrinting.testPage   -     -       -         -        -        -      yes          -

retention.state           -     -       -         -        -        -      yes          -
retention.due             -     -       -         -        -        -      yes          -
retention.exportDue       -     -       -         -        -        -      yes          -
retention.destroy         -     -       -         -        -        -      yes          -
retention.minutes         -     -       -         -        -        -      yes          -
retention.find            -     -       -         -        -        -      yes          -
retention.exportPerson    -     -       -         -        -        -      yes          -
retention.erasePerson     -     -       -         -        -        -      yes          -

fleet.state               -     -       -         -        -        -      yes          -
fleet.setAddress          -     -       -         -        -        -      yes          -
fleet.makeNow             -     -       -         -        -        -      yes          -
fleet.putAtSecondPlace    -     -       -         -        -        -      yes          -
fleet.answerMachine       -     -       -         -        -        -      yes          -

backup.state              -     -       -         -        -        -      yes          -
backup.run                -     -       -         -        -        -      yes          -
backup.setSecondPath      -     -       -         -        -        -      yes          -
backup.places             -     -       -         -        -        -      yes          -
backup.restoreChecked     -     -       -         -        -        -      yes          -
backup.newRecoveryKey     -     -       -         -        -        -      yes          -
backup.adoptRecoveryKey   -     -       -         -        -        -      yes          -
backup.fingerprint        -     -       -         -        -        -      yes          -
backup.useRegencyKey      -     -       -         -        -        -      yes          -

settings.get              -     -       -         -        -        -      yes          -
settings.watch            -     -       -         -        -        -      yes          -
settings.preview          -     -       -         -        -        -      yes          -
settings.save             -     -       -         -        -        -      yes          -
settings.undo             -     -       -         -        -        -      yes          -
settings.history          -     -       -         -        -        -      yes          -
settings.closeNow         -     -       -         -        -        -      yes          -
settings.reopenNow        -     -       -         -        -        -      yes          -
settings.firstStart       -     -       -         -        -        -      yes          -
settings.finishFirstStart -     -       -         -        -        -      yes          -

lan.interfaces            -     -       -         -        -        -      yes          -
lan.get                   -     -       -         -        -        -      yes          -
lan.set                   -     -       -         -        -        -      yes          -

integrations.list         -     -       -         -        -        -      yes          -
integrations.add          -     -       -         -        -        -      yes          -
integrations.replaceToken -     -       -         -        -        -      yes          -
integrations.revoke       -     -       -         -        -        -      yes          -

statistics.day            -     -       -         -        -        -      yes          yes
statistics.range          -     -       -         -        -        -      yes          yes
statistics.own            -     -       -         yes      yes      yes    yes          -
statistics.watch          -     -       -         -        -        -      yes          -
statistics.export         -     -       -         -        -        -      yes          -
statistics.download       -     -       -         -        -        -      -            yes

trust.state               -     -       -         -        -        -      yes          -
trust.take                -     -       -         -        -        -      yes          -

updates.state             -     -       -         -        -        -      yes          -
updates.checkNow          -     -       -         -        -        -      yes          -
updates.pause             -     -       -         -        -        -      yes          -
updates.resume            -     -       -         -        -        -      yes          -
`;

const [head = [], ...rows] = table
  .split('\n')
  .map((line) => line.replaceAll('|', ' ').trim().split(/\s+/))
  .filter((words) => words.length > 1);
const columns = head as Role[];
/** Rows may stand here before their domain is served. */
const served = rows.filter(([procedure = '']) => (procedure.split('.')[0] as string) in contract);
const written = new Map(served.map(([procedure = '', ...cells]) => [procedure, cells]));
const procedures = Object.entries(contract).flatMap(([domain, its]) =>
  Object.entries(its).map(([name, procedure]) => ({ path: `${domain}.${name}`, procedure })),
);

let test: TestLounge;
beforeAll(() => {
  test = new TestLounge('2026-11-24T09:00:00+07:00');
});
afterAll(() => test.end());

/** Asks for nothing that the contract knows: who is admitted hears that, and nothing is changed. */
async function answerTo(path: string, role: Role | null): Promise<string> {
  const [domain = '', name = ''] = path.split('.');
  const router = test.lounge.router as unknown as Record<string, Record<string, Parameters<typeof call>[0]>>;
  const procedure = router[domain]?.[name];
  if (!procedure) throw new Error(`${path} has no handler`);
  const people: readonly (Role | null)[] = ['operator', 'verifier', 'signer', 'supervisor'];
  const person = people.includes(role) ? 'staff-1' : null;
  const device = role === 'kiosk' ? 'kiosk-1' : `${role}-1`;
  const caller = role === null ? null : callerOf({ role, device, person });
  try {
    const answer = await call(procedure, { nothing: 'known' }, { context: { caller } });
    if (typeof answer === 'object' && answer !== null && 'return' in answer)
      await (answer as AsyncGenerator).return(null);
    return 'OK';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('the table', () => {
  it('has a column for every role, a row for every procedure, and no other', () => {
    expect([...columns].sort()).toEqual([...roles].sort());
    expect([...written.keys()].sort()).toEqual(procedures.map(({ path }) => path).sort());
    expect(written.size, 'a procedure stands there once').toBe(served.length);
    for (const [path, cells] of written) {
      expect(cells.length, path).toBe(columns.length);
      for (const cell of cells) expect(['yes', '-'], path).toContain(cell);
    }
  });

  it('says what the contract says', () => {
    for (const { path, procedure } of procedures) {
      const admitted = columns.filter((_, i) => written.get(path)?.[i] === 'yes');
      expect(new Set(procedure['~orpc'].meta.roles), path).toEqual(new Set(admitted));
    }
  });
});

describe.each(procedures.map(({ path }) => path))('%s', (path) => {
  it('admits whom the table admits, and nobody else', async () => {
    const answers = await Promise.all(columns.map((role) => answerTo(path, role)));
    const admitted = answers.map((code) => (code === 'FORBIDDEN' || code === 'UNAUTHORIZED' ? '-' : 'yes'));
    expect(Object.fromEntries(columns.map((role, i) => [role, admitted[i]]))).toEqual(
      Object.fromEntries(columns.map((role, i) => [role, written.get(path)?.[i]])),
    );
    for (const code of answers) expect(code).toMatch(/^(OK|FORBIDDEN|BAD_REQUEST)$/);
  });

  it('is closed to somebody whom nobody knows', async () => {
    expect(await answerTo(path, null)).toBe('UNAUTHORIZED');
  });
});
