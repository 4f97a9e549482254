import type { Bilingual } from '../../../contract/base.ts';
import type { LetterContradiction } from './contradictions.ts';

/** What is wrong with a file of letters that its schema lets in. */
export function letterContradictionInWords({ why, name }: LetterContradiction): Bilingual {
  return words[why](name);
}

const words: Record<LetterContradiction['why'], (name: string) => Bilingual> = {
  file_name: (name) => ({
    id: `harus sama dengan nama berkas tanpa .json, dan berkasnya ${name}`,
    en: `must be the file's name without .json, and the file is ${name}`,
  }),
  twice: (name) => ({ id: `"${name}" dipakai dua kali`, en: `"${name}" is used twice` }),
  no_people: (name) => ({ id: `people.json tidak memuat kelompok "${name}"`, en: `people.json has no set "${name}"` }),
  no_fields: (name) => ({ id: `bagian "${name}" tidak memuat isian`, en: `the section "${name}" has no fields` }),
  no_options: (name) => ({ id: `pilihan "${name}" tidak memuat opsi`, en: `the choice "${name}" has no options` }),
  spare_options: (name) => ({
    id: `hanya isian pilihan yang memuat opsi, dan "${name}" bukan pilihan`,
    en: `only a choice has options, and "${name}" is none`,
  }),
  no_field: (name) => ({ id: `tidak ada isian "${name}"`, en: `there is no field "${name}"` }),
  no_option: (name) => ({ id: `pilihan itu tidak memuat opsi "${name}"`, en: `the choice has no option "${name}"` }),
  no_section: (name) => ({ id: `tidak ada bagian "${name}"`, en: `there is no section "${name}"` }),
  no_place: (name) => ({
    id: `tidak ada isian atau tempat bernama "{${name}}"`,
    en: `no field or place is called "{${name}}"`,
  }),
  lone_brace: (name) => ({
    id: `kurung kurawal tanpa pasangan dalam "${name}"`,
    en: `a brace stands alone in "${name}"`,
  }),
  no_desk_reason: () => ({
    id: 'surat yang hanya dibuat di loket harus memberi alasannya',
    en: 'a letter of the desk must say why',
  }),
  no_service: (name) => ({ id: `tidak ada layanan antrean "${name}"`, en: `the queue has no service "${name}"` }),
};
