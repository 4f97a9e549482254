import { backupWords } from '../../renderer/i18n/admin/backup.ts';
import { id } from '../../renderer/i18n/staff.ts';
import { test } from './fixture.ts';
import { expect, open, press, setUp } from './supervisor.ts';

/** A supervisor who has never heard of encryption makes the office's recovery key. */

test.use({ viewport: { width: 1366, height: 768 }, hasTouch: false });
test.describe.configure({ timeout: 90_000 });

const words = backupWords.id;
const { admin } = id;

test('a recovery key goes onto one sheet of paper, is typed from it, and brings the first backup', async ({
  lounge,
  page,
}) => {
  await setUp(page, lounge);
  await press(page, admin.wizard.skip);
  await expect(page.getByText(admin.today.backup.no_key)).toBeVisible();
  await press(page, admin.today.backup.act);
  await press(page, words.key.make);
  const sheet = page.locator('.envelope-sheet');
  await expect(sheet).toBeHidden();

  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.getByText(words.make.once)).toBeHidden();
  await expect(sheet).toContainText('Jangan difoto');
  const groups = await sheet
    .locator('.envelope-groups li')
    .evaluateAll((all) => all.map((one) => one.lastChild?.textContent ?? ''));
  expect(groups).toEqual(Array(8).fill(expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/)));
  for (const height of ['297mm', '330mm']) {
    const pdf = await page.pdf({ width: '210mm', height });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  }
  await page.emulateMedia({ media: null });

  await press(page, words.make.have);
  await page.getByLabel(words.make.group, { exact: true }).fill('0000');
  await press(page, words.make.adopt);
  await expect(page.getByText(words.make.wrong)).toBeVisible();
  await page.getByLabel(words.make.group, { exact: true }).fill(groups[7]?.toLowerCase() ?? '');
  await press(page, words.make.adopt);
  await expect(page.getByText(words.make.doneTitle)).toBeVisible();
  await press(page, words.make.close);
  await expect(page.getByText(words.state.fresh)).toBeVisible();
  await open(page, 'today');
  await expect(page.getByText(admin.today.backup.noSecond)).toBeVisible();
  expect(
    JSON.stringify(
      await page.evaluate(() => [Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
    ),
  ).not.toContain(groups[3]);
});
