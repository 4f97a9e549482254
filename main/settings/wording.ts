import type { Contradiction } from '../../contract/catalogue-whole.ts';
import type { WrongSetting } from '../../contract/settings.ts';

/** What two files say against each other. */
export function contradictionInWords({ why, name }: Contradiction): Pick<WrongSetting, 'code' | 'what'> {
  const nowhere = (id: string, en: string) => ({ code: 'points_nowhere' as const, what: { id, en } });
  switch (why) {
    case 'twice':
      return { code: 'taken', what: { id: `"${name}" dipakai dua kali`, en: `"${name}" is used twice` } };
    case 'spare':
      return {
        code: 'taken',
        what: { id: `huruf ${name} untuk nomor cadangan`, en: `the letter ${name} is kept for spare numbers` },
      };
    case 'no_agency':
      return nowhere(`tidak ada instansi "${name}"`, `there is no agency "${name}"`);
    case 'no_counter':
      return nowhere(`tidak ada loket "${name}"`, `there is no counter "${name}"`);
    case 'no_hours':
      return nowhere(`tidak ada jadwal jam "${name}"`, `there are no hours "${name}"`);
    case 'nothing_to_replace':
      return nowhere(`tidak ada jadwal jam "${name}" untuk diganti`, `there are no hours "${name}" to replace`);
  }
}
