import { readFileSync } from 'node:fs';
import { probeReport } from '../../contract/printing.ts';
import { id } from '../../renderer/i18n/staff.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { take } from './clerk.ts';
import { type LoungeUnderTest, test } from './fixture.ts';
import { expect, name, open, press, setUp } from './supervisor.ts';

/** A supervisor finds out what a printer can do: it is asked, and a person says what is on its paper. */

test.use({ viewport: { width: 1366, height: 768 }, hasTouch: false });

const { admin, common, counter, printers } = id;
const { machines } = admin;
const { probe } = machines;

const settings = (lounge: LoungeUnderTest) =>
  lounge.hub.lounge.db.prepare('SELECT dots, cutter, qr FROM printer').get();
/** How wide the test slips that came out say they are. */
const widths = (lounge: LoungeUnderTest) =>
  lounge.printer.slips.flatMap((slip) => wordsOf(slip).filter((line) => line.startsWith('Lebar')));

test('a printer that is asked tells what it can, and its paper settles the rest', async ({ lounge, page }) => {
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  await take(lounge, 1);
  await expect.poll(() => lounge.papers()).toEqual(['C001']);
  await open(page, 'machines');
  await press(page, machines.outlet.title('Anjungan 1'));
  await press(page, probe.act);
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(probe.never)).toBeVisible();
  await press(page, probe.start);

  await expect(sheet.getByText(probe.questions.line)).toBeVisible();
  await expect(sheet).toContainText('EPSON TM-T82III');
  await expect(sheet).toContainText(counter.printers.ready);
  await expect(sheet).toContainText(probe.report.completion);
  await expect(sheet).toContainText(printers.jobs.evidence.completion);
  await expect.poll(() => widths(lounge)).toEqual(['Lebar 576 titik, 48 huruf']);

  // Its paper is narrower than is usual, so another slip shows whether this line is whole; it draws no code itself.
  await sheet.getByRole('button', { name: common.no }).click();
  await expect(sheet.getByText(probe.narrower(546))).toBeVisible();
  await expect.poll(() => widths(lounge)).toEqual(['Lebar 576 titik, 48 huruf', 'Lebar 546 titik, 45 huruf']);
  await sheet.getByRole('button', { name: common.yes }).click();
  await expect(sheet.getByText(probe.questions.qr)).toBeVisible();
  await sheet.getByRole('button', { name: common.no }).click();
  await expect(sheet.getByText(probe.questions.cut)).toBeVisible();
  await sheet.getByRole('button', { name: common.yes }).click();
  await expect(sheet.getByText(probe.ends.ready)).toBeVisible();
  expect(settings(lounge)).toEqual({ dots: 546, cutter: 1, qr: 'raster' });

  const download = page.waitForEvent('download');
  await press(page, probe.download);
  const file = await download;
  expect(file.suggestedFilename()).toBe('anjungan-printer-kiosk-1-2026-11-24.json');
  const content = readFileSync(await file.path(), 'utf8');
  // It goes to strangers who help: what a printer says, and nothing besides.
  const report = probeReport.strict().parse(JSON.parse(content));
  expect(report).toMatchObject({ uri: lounge.printer.uri, maker: 'EPSON', evidence: 'completion', condition: 'ready' });
  const { name: office } = lounge.hub.lounge.settings.snapshot().lounge;
  for (const secret of [name, office.id, 'C001', 'Anjungan 1']) expect(content).not.toContain(secret);

  // The next number is printed as the person's answers say.
  await take(lounge, 1);
  await expect.poll(() => lounge.slip()).toContain('C002');
  expect(lounge.slipCodes()).toEqual([]);
  expect(lounge.printer.slips.at(-1)).toContainEqual(expect.objectContaining({ kind: 'raster' }));
});
