import type { LetterValues } from '../../contract/documents.ts';
import { type PlacedField, visibleFields } from '../../contract/letter-fields.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Dice } from '../faults/dice.ts';

const given = [
  'Siti',
  'Aminah',
  'Slamet',
  'Wayan',
  'Sukarni',
  'Moh. Yusuf',
  'Dewi',
  "Nur'aini",
  'Joko',
  'Maria',
] as const;
const family = [
  'Rahayu',
  'Santoso',
  'Hidayat',
  'Wulandari',
  'Prasetyo',
  'Kusumawardhani-Notonegoro',
  'Lestari',
] as const;
const streets = ['Jalan Diponegoro No. 12', 'Dusun Krajan, gang masjid', 'Jalan Raya Muncar km 3'] as const;
const words = ['Usaha warung kelontong', 'Melamar pekerjaan', 'Hilang di jalan', 'Beasiswa sekolah anak'] as const;

/** What people usually answer to questions that many letters have. */
const usual: Readonly<Record<string, readonly [string, ...string[]]>> = {
  birth_place: ['Banyuwangi', 'Jember', 'Situbondo'],
  occupation: ['Pedagang', 'Petani', 'Nelayan', 'Mengurus rumah tangga'],
  address: ['Jalan Raya Muncar Nomor 12', 'Dusun Krajan'],
  hamlet: ['Krajan', 'Palurejo'],
  rt: ['002', '003'],
  rw: ['001', '004'],
};

/** Answers that people could give to every question of a letter; made up, and the same for the same dice. */
export function anyAnswers(definition: LetterDefinition, dice: Dice): LetterValues {
  const values: LetterValues = {};
  // A choice can bring up more questions: as long as there is one without an answer, it is answered.
  for (;;) {
    const open = visibleFields(definition, values).find(({ place }) => !(place in values));
    if (!open) return values;
    values[open.place] = anyAnswer(open, dice);
  }
}

function anyAnswer({ field }: PlacedField, dice: Dice): string {
  const digits = (count: number) => Array.from({ length: count }, () => dice.between(0, 9)).join('');
  const two = (number: number) => String(number).padStart(2, '0');
  const known = field.options === undefined && field.type !== 'number' ? usual[field.id] : undefined;
  if (known) return dice.pick(known);
  switch (field.type) {
    case 'name':
      return `${dice.pick(given)} ${dice.pick(family)}`;
    case 'nik':
      return `3510${two(dice.between(1, 25))}${two(dice.between(1, 28) + (dice.onceIn(2) ? 40 : 0))}${two(dice.between(1, 12))}${two(dice.between(60, 99))}${two(dice.between(0, 99))}0${dice.between(1, 9)}`;
    case 'kk':
      return `3510${digits(11)}1`;
    case 'phone':
      return `+62812${digits(8)}`;
    case 'date':
      return field.future
        ? `2027-0${dice.between(1, 9)}-${two(dice.between(1, 28))}`
        : `19${dice.between(60, 99)}-0${dice.between(1, 9)}-${two(dice.between(1, 28))}`;
    case 'time':
      return `${two(dice.between(0, 23))}:${two(dice.between(0, 59))}`;
    case 'year':
      return String(dice.between(Math.max(1990, field.min ?? 1990), Math.min(2026, field.max ?? 2026)));
    case 'number':
    case 'rupiah':
      return String(
        dice.between(Math.ceil(field.min ?? 1), Math.floor(field.max ?? (field.type === 'rupiah' ? 5_000_000 : 99))),
      );
    case 'choice': {
      const [first, ...rest] = field.options ?? [];
      return first ? dice.pick([first, ...rest]).id : '';
    }
    default:
      return (field.longest ?? 60) < 24
        ? two(dice.between(1, 9))
        : `${dice.pick(field.type === 'paragraph' ? streets : words)}`.slice(0, field.longest ?? 60);
  }
}
