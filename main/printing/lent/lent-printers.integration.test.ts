import { call } from '@orpc/server';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outlet, PrinterOrder } from '../../../contract/printing.ts';
import { newFolder, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { callerOf, silentLog, supervisorActor } from '../../../tests/doubles/lounge/in-process.ts';
import { LanLounge } from '../../../tests/doubles/lounge/lan-lounge.ts';
import { tuesdayMorning } from '../../../tests/doubles/lounge/start-lounge.ts';
import { wordsOf } from '../../../tests/doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../../../tests/doubles/printer/simulator.ts';
import { eventually, numbersOn } from '../../../tests/printing/printing-lounge.ts';
import { PairedMachine } from '../../paired-machine.ts';
import { HubFile, type KnownHub } from '../../transport/remote/known-hub.ts';

let lounge: LanLounge;
let printer: SimulatedPrinter;
const machines: PairedMachine[] = [];

beforeEach(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
  printer = await SimulatedPrinter.listen();
});
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.close();
  await lounge.end();
  await printer.switchOff();
});
afterAll(removeFolders);

const asSupervisor = { context: { caller: callerOf(supervisorActor) } };
const key = () => crypto.randomUUID();

/** The program of a second kiosk starts, with the printer that stands beside it. */
function startMachine(hub: KnownHub): PairedMachine {
  const lending = { ...hub, printer: { uri: printer.uri, paper: 58 as const } };
  const machine = new PairedMachine({
    file: new HubFile(`${newFolder('machine')}/hub.json`),
    hub: lending,
    log: silentLog,
  });
  machines.push(machine);
  machine.lendPrinter();
  return machine;
}
async function stopMachines(): Promise<void> {
  for (const machine of machines.splice(0)) await machine.close();
}
const outlets = () => call(lounge.lounge.router.printing.outlets, undefined, asSupervisor);
const outletOf = async (device: string) => (await outlets()).find((one) => one.device === device);
const setOutlet = (device: string, outlet: Outlet) =>
  call(lounge.lounge.router.printing.setOutlet, { device, outlet, paper: 80, requestKey: key() }, asSupervisor);
/** A person takes a number at that machine. */
const take = (hub: KnownHub) =>
  lounge.lounge.queue.take(
    { role: 'kiosk', device: hub.device.id, person: null },
    { serviceId: 'surat-desa', priority: null, requestKey: key() },
  );
const jobState = (id: string) => lounge.lounge.db.prepare('SELECT state FROM print_job WHERE id = ?').pluck().get(id);
const condition = async (hub: KnownHub) => (await outletOf(hub.device.id))?.condition;
const is = (hub: KnownHub, state: string) => expect.poll(() => condition(hub), { timeout: 15_000 }).toBe(state);

describe('a second kiosk with a printer of its own', () => {
  it('lends it to the hub: numbers taken there come out there, on its paper, and staff see how it is', async () => {
    const hub = await lounge.pairProgram('kiosk', 'Anjungan 2');
    expect(await outletOf(hub.device.id)).toMatchObject({ outlet: { kind: 'hub' }, own: false });
    startMachine(hub);
    await is(hub, 'ready');
    expect(await outletOf(hub.device.id)).toMatchObject({ outlet: { kind: 'machine' }, paper: 58 });
    const { number, printJobId } = take(hub);
    await eventually(() => expect(jobState(printJobId)).toBe('done'));
    expect(numbersOn(printer)).toEqual([number]);
    expect(printer.garbage).toEqual([]);
    printer.set({ paperOut: true });
    await is(hub, 'paper_out');
  });

  it('holds a slip while its paper is out, and prints it by itself afterwards', async () => {
    const hub = await lounge.pairProgram();
    startMachine(hub);
    await is(hub, 'ready');
    printer.set({ paperOut: true });
    await is(hub, 'paper_out');
    const { number, printJobId } = take(hub);
    await eventually(() => expect(jobState(printJobId)).toBe('held'));
    printer.set({ paperOut: false });
    await eventually(() => expect(jobState(printJobId)).toBe('done'));
    expect(numbersOn(printer)).toEqual([number]);
  });

  it('whose program is killed in the middle of a slip leaves one of unknown fate, never a second, and goes on', async () => {
    const hub = await lounge.pairProgram();
    startMachine(hub);
    await is(hub, 'ready');
    printer.behave({ slow: 200 });
    const first = take(hub);
    await eventually(() => expect(printer.unfinished.length).toBeGreaterThan(0));
    await stopMachines();
    await eventually(() => expect(jobState(first.printJobId)).toBe('unknown'));
    printer.behave({ slow: 0 });
    const second = take(hub);
    startMachine(hub);
    await eventually(() => expect(jobState(second.printJobId)).toBe('done'));
    const numbers = numbersOn(printer);
    expect(numbers.filter((number) => number === first.number).length).toBeLessThanOrEqual(1);
    expect(numbers.filter((number) => number === second.number)).toEqual([second.number]);
    expect(wordsOf(printer.slips.at(-1) ?? []).join()).not.toContain('CETAK ULANG');
    expect(jobState(first.printJobId)).toBe('unknown');
  }, 30_000);

  it('whose printer is off, or whose program does not run, is said to be out of reach; numbers are given all the same', async () => {
    const hub = await lounge.pairProgram();
    startMachine(hub);
    await is(hub, 'ready');
    await printer.switchOff();
    await is(hub, 'unreachable');
    const { printJobId } = take(hub);
    await eventually(() => expect(jobState(printJobId)).toBe('held'));
    await printer.switchOn();
    await eventually(() => expect(jobState(printJobId)).toBe('done'));
    await stopMachines();
    await is(hub, 'unreachable');
    expect(take(hub).number).not.toBe('');
  }, 30_000);

  it('is found again after the hub was away', async () => {
    const hub = await lounge.pairProgram();
    startMachine(hub);
    await is(hub, 'ready');
    await lounge.restart();
    await is(hub, 'ready');
    const { printJobId } = take(hub);
    await eventually(() => expect(jobState(printJobId)).toBe('done'));
  }, 30_000);

  it('that is started twice lends one printer: the newer line ends the older', async () => {
    const hub = await lounge.pairProgram();
    const caller = callerOf({ role: 'kiosk', device: hub.device.id, person: null });
    const lend = () => call(lounge.lounge.router.printing.lend, { paper: 80 }, { context: { caller } });
    const older = await lend();
    const first = (await older.next()).value as PrinterOrder;
    const newer = await lend();
    const second = (await newer.next()).value as PrinterOrder;
    expect(await older.next()).toEqual({ done: true, value: undefined });
    const report = (line: string | undefined) =>
      call(
        lounge.lounge.router.printing.reportLent,
        { line: line ?? '', news: [{ kind: 'opened' as const }] },
        { context: { caller } },
      );
    const lineOf = (order: PrinterOrder) => (order.kind === 'connect' ? order.line : undefined);
    await expect(report(lineOf(first))).rejects.toMatchObject({ code: 'LINE_OVER' });
    await expect(report(lineOf(second))).resolves.toEqual({});
    await newer.return(undefined);
    await expect(report(lineOf(second))).rejects.toMatchObject({ code: 'LINE_OVER' });
  });
});

describe('where a supervisor says the slips come out', () => {
  it('that holds at once, also for slips that wait, and a machine cannot choose otherwise', async () => {
    const hub = await lounge.pairProgram();
    await setOutlet(hub.device.id, { kind: 'none' });
    const { number, printJobId } = take(hub);
    await eventually(() => expect(jobState(printJobId)).toBe('held'));
    await setOutlet(hub.device.id, { kind: 'network', uri: printer.uri });
    await eventually(() => expect(jobState(printJobId)).toBe('done'));
    expect(numbersOn(printer)).toEqual([number]);
    const caller = callerOf({ role: 'kiosk', device: hub.device.id, person: null });
    await expect(
      call(lounge.lounge.router.printing.lend, { paper: 58 }, { context: { caller } }),
    ).rejects.toMatchObject({ code: 'PRINTER_NOT_WANTED' });
    expect(await outletOf(hub.device.id)).toMatchObject({ outlet: { kind: 'network', uri: printer.uri }, paper: 80 });
  });

  it('at the hub’s own printer again: the kiosk’s slips come out there', async () => {
    const hub = await lounge.pairProgram();
    await setOutlet(hub.device.id, { kind: 'none' });
    await setOutlet(hub.device.id, { kind: 'hub' });
    await setOutlet('kiosk-1', { kind: 'network', uri: printer.uri });
    await expect.poll(async () => (await outletOf('kiosk-1'))?.condition).toBe('ready');
    const { number } = take(hub);
    await eventually(() => expect(numbersOn(printer)).toEqual([number]));
    await lounge.restart();
    expect(await outletOf(hub.device.id)).toMatchObject({ outlet: { kind: 'hub' } });
    expect(await outletOf('kiosk-1')).toMatchObject({ outlet: { kind: 'network', uri: printer.uri } });
  });

  it('is nobody else’s printer: two lines in front of one would steal it from each other', async () => {
    const hub = await lounge.pairProgram();
    await setOutlet('kiosk-1', { kind: 'network', uri: printer.uri });
    const again = setOutlet(hub.device.id, { kind: 'network', uri: printer.uri.replace('tcp:', 'TCP:') });
    await expect(again).rejects.toMatchObject({ code: 'PRINTER_TAKEN' });
    await setOutlet('kiosk-1', { kind: 'network', uri: printer.uri });
    await setOutlet('kiosk-1', { kind: 'none' });
    await setOutlet(hub.device.id, { kind: 'network', uri: printer.uri });
    await is(hub, 'ready');
    expect(printer.openConnections).toBe(1);
  });

  it('is let go with a kiosk that is turned away', async () => {
    const hub = await lounge.pairProgram();
    await setOutlet(hub.device.id, { kind: 'network', uri: printer.uri });
    await is(hub, 'ready');
    await lounge.revoke(hub.device.id);
    await eventually(() => expect(printer.openConnections).toBe(0));
    await setOutlet('kiosk-1', { kind: 'network', uri: printer.uri });
    await expect.poll(async () => (await outletOf('kiosk-1'))?.condition).toBe('ready');
  });

  it.each([
    { kind: 'serial', uri: 'serial:/dev/ttyUSB9?baud=19200' },
    { kind: 'system', uri: 'windows:Printer yang tidak ada' },
    { kind: 'system', uri: 'cups:tidak_ada' },
  ] as const)('which may be a $kind printer, $uri, that nobody finds today', async (outlet) => {
    await setOutlet('kiosk-1', outlet);
    await expect.poll(async () => (await outletOf('kiosk-1'))?.condition).toBe('unreachable');
    expect((await outletOf('kiosk-1'))?.outlet).toEqual(outlet);
  });

  it('which is written in the audit trail, and is of no effect for what cannot be', async () => {
    const hub = await lounge.pairProgram();
    const counter = await lounge.pairProgram('counter', 'Loket 9');
    await expect(setOutlet(counter.device.id, { kind: 'none' })).rejects.toMatchObject({ code: 'KIOSK_UNKNOWN' });
    await expect(setOutlet('kiosk-1', { kind: 'machine' })).rejects.toMatchObject({ code: 'OUTLET_NOT_POSSIBLE' });
    for (const cable of [
      { kind: 'usb', uri: 'usb:' },
      { kind: 'serial', uri: 'serial:COM3?baud=9600' },
    ] as const)
      await expect(setOutlet(hub.device.id, cable), cable.kind).rejects.toMatchObject({ code: 'OUTLET_NOT_POSSIBLE' });
    for (const uri of ['usb:/etc/passwd', 'usb:/dev/../etc/passwd'])
      await expect(setOutlet('kiosk-1', { kind: 'usb', uri }), uri).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (const uri of ['tcp://a b:9100', 'usb:9100', 'tcp://10.0.0.1', 'machine:x'])
      await expect(setOutlet(hub.device.id, { kind: 'network', uri }), uri).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    for (const uri of ['cups:-d', 'cups:a;b', 'windows:a,XcvMonitor', 'tcp://10.0.0.1:9100'])
      await expect(setOutlet('kiosk-1', { kind: 'system', uri }), uri).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await setOutlet(hub.device.id, { kind: 'none' });
    const trail = lounge.lounge.db.prepare("SELECT subject, detail FROM audit WHERE act = 'outlet_set'").all();
    expect(trail).toEqual([{ subject: hub.device.id, detail: 'none' }]);
    await lounge.revoke(hub.device.id);
    await expect(setOutlet(hub.device.id, { kind: 'none' })).rejects.toMatchObject({ code: 'KIOSK_UNKNOWN' });
    expect((await outlets()).map(({ device }) => device)).toEqual(['kiosk-1']);
  });
});
