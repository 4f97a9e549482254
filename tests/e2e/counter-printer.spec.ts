import type { Page } from '@playwright/test';
import { id } from '../../renderer/i18n/staff.ts';
import { atWork, take, test } from './clerk.ts';
import { expect } from './fixture.ts';

/** A clerk sees to a printer from the counter's page: what became of a slip, and whether a new roll prints. */

const { counter, printers, common } = id;

const chip = (page: Page) => page.getByRole('list', { name: counter.rail.printers }).getByRole('button');
const sheet = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => sheet(page).getByRole('button', { name, exact: true }).click();

test('a slip that nobody saw come out is settled by the clerk who sees it lie there', async ({ pc, lounge }) => {
  await atWork(pc);
  await expect(chip(pc)).toContainText(counter.printers.ready);
  lounge.printer.behave({ resetAfter: 300 });
  await take(lounge, 1);
  await expect(chip(pc)).toContainText(printers.toCheck(1));
  await chip(pc).click();
  await expect(sheet(pc)).toContainText(printers.advice.slips);
  await expect(sheet(pc)).toContainText(printers.jobs.states.unknown);
  await press(pc, `${printers.jobs.settle.came}: C001`);
  await expect(sheet(pc)).toContainText(printers.news.came('C001'));
  await expect(chip(pc)).toContainText(counter.printers.ready);
  expect(lounge.printJobs()).toEqual([{ number: 'C001', state: 'done', reason: null, evidence: 'person' }]);
});

test('after a change of paper nothing is taken for printed until somebody has read it', async ({ pc, lounge }) => {
  await atWork(pc);
  await expect(chip(pc)).toContainText(counter.printers.ready);
  lounge.printer.set({ coverOpen: true });
  await expect(chip(pc)).toContainText(counter.printers.cover_open);
  lounge.printer.set({ coverOpen: false });
  const question = printers.reads('Anjungan 1');
  await expect(pc.getByText(question)).toBeVisible();
  expect(lounge.papers()).toEqual(['UJI CETAK']);

  // The roll is the wrong way round.
  await pc.getByRole('button', { name: common.no, exact: true }).click();
  await expect(chip(pc)).toContainText(printers.stopped);
  await take(lounge, 1);
  await expect.poll(() => lounge.printJobs()).toMatchObject([{ number: 'C001', state: 'held' }]);
  await expect(sheet(pc)).toContainText(printers.guide.reversed);
  for (let step = 1; step < 4; step += 1) await press(pc, common.next);
  await press(pc, printers.acts.test);
  await expect(sheet(pc)).toContainText(question);
  expect(lounge.papers()).toEqual(['UJI CETAK', 'UJI CETAK']);

  await press(pc, common.yes);
  await expect(chip(pc)).toContainText(counter.printers.ready);
  await expect.poll(() => lounge.papers()).toEqual(['UJI CETAK', 'UJI CETAK', 'C001']);
});
