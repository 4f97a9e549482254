import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { probeReport } from '../../contract/printing.ts';
import { newFolder, removeFolders } from '../doubles/lounge/data-folder.ts';
import { freePort } from '../doubles/lounge/lan-lounge.ts';
import { runScript } from '../doubles/lounge/script.ts';
import { type LoungeProcess, startLounge } from '../doubles/lounge/start-lounge.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { eventually } from '../printing/printing-lounge.ts';

/** A technician on the hub's machine asks a printer what it can do. */

const papers = (printer: SimulatedPrinter) => printer.slips.map((slip) => wordsOf(slip).join('\n'));
const isTest = expect.stringContaining('UJI CETAK');

afterAll(removeFolders);

describe('the printer tool, while the hub runs', () => {
  let own: SimulatedPrinter;
  let other: SimulatedPrinter;
  let lounge: LoungeProcess;
  let data: string;

  const probe = (...args: string[]) => runScript('printer', 'probe', ...args, '--data', data);

  beforeAll(async () => {
    data = newFolder('printer-tool');
    own = await SimulatedPrinter.listen();
    lounge = await startLounge({ data, printer: own.uri });
  });
  beforeEach(async () => {
    other = await SimulatedPrinter.listen();
  });
  afterEach(() => other.switchOff());
  afterAll(async () => {
    await lounge.stop();
    await own.switchOff();
  });

  it('asks the printer of a kiosk over the line that the hub has, and leaves its test slip to staff', async () => {
    const { number } = await lounge.client().ticket('surat-desa');
    await eventually(() => expect(papers(own)).toEqual([expect.stringContaining(number)]));
    const { code, stdout, stderr } = await probe(own.uri);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^calls itself +EPSON \/ TM-T82III \/ TM-T82III$/m);
    expect(stdout).toMatch(/^GS \( H +yes$/m);
    expect(stdout).toMatch(/^proof +it names each slip/m);
    expect(stdout).toMatch(/^test slip +queued; staff are asked about it$/m);
    await eventually(() => expect(papers(own).slice(1)).toEqual([isTest]));
    expect(own.openConnections).toBe(1);

    // What is sent to whoever helps from afar holds nothing of the lounge or its people.
    const sent = await probe(own.uri, '--json');
    const report = probeReport.strict().parse(JSON.parse(sent.stdout));
    expect(report).toMatchObject({ uri: own.uri, condition: 'ready', completion: true, evidence: 'completion' });
    for (const secret of [number, 'Anjungan 1', lounge.token ?? '?']) expect(sent.stdout).not.toContain(secret);
  });

  it('asks one that no kiosk uses, prints there, and hangs up', async () => {
    const { code, stdout } = await probe(other.uri, '--json');
    expect(code).toBe(0);
    expect(probeReport.strict().parse(JSON.parse(stdout))).toMatchObject({ uri: other.uri, evidence: 'completion' });
    const told = await probe(other.uri.toUpperCase());
    expect(told.stdout).toMatch(/^test slip +sent to a printer that no kiosk uses$/m);
    expect(papers(other)).toEqual([isTest, isTest]);
    await eventually(() => expect(other.openConnections).toBe(0));
  });

  it('reports one without paper, and prints nothing', async () => {
    other.set({ paperOut: true });
    const { code, stdout } = await probe(other.uri, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ condition: 'paper_out', maker: null });
    other.set({ paperOut: false });
    expect(papers(other)).toEqual([]);
  });

  it.each(['printer', 'http://127.0.0.1:9100', 'tcp://127.0.0.1', 'tcp://127.0.0.1:99999', 'usb:/etc/passwd'])(
    'takes %s for no address, and says so in one line',
    async (address) => {
      const { code, stdout, stderr } = await probe(address);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^anjungan: [^\n]+\n$/);
      expect(stderr).toContain(address);
    },
  );

  it('says that nobody is there', async () => {
    const { code, stdout, stderr } = await probe(`tcp://127.0.0.1:${await freePort()}`);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'anjungan: The printer is busy, absent, or not there\n',
    });
  });

  it('is of no use to whoever has not the hub’s user account', async () => {
    const way = join(data, 'run', 'hub.json');
    const real = readFileSync(way, 'utf8');
    writeFileSync(way, JSON.stringify({ ...(JSON.parse(real) as object), token: 'wrong' }));
    const { code, stderr } = await probe(other.uri);
    writeFileSync(way, real);
    expect({ code, stderr }).toEqual({ code: 1, stderr: noHubOn(data) });
    expect(other.connections).toBe(0);
  });
});

describe('the printer tool, without a hub', () => {
  it('says in one line that none runs', async () => {
    const data = newFolder('printer-tool-alone');
    const said = await runScript('printer', 'probe', 'tcp://127.0.0.1:9100', '--data', data);
    expect(said).toEqual({ code: 1, stdout: '', stderr: noHubOn(data) });
  });

  it.each([
    { args: [] },
    { args: ['probe'] },
    { args: ['print', 'tcp://127.0.0.1:9100'] },
    { args: ['probe', '--now'] },
  ])('tells how to ask: $args', async ({ args }) => {
    const { code, stderr } = await runScript('printer', ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^anjungan: [^\n]*npm run --silent printer -- probe ADDRESS \[--json\] \[--data DIR\]\n$/);
  });
});

const noHubOn = (data: string) =>
  `anjungan: no hub runs on ${data}, or not as this user; start it, or name its folder with --data.\n`;
