import { readdirSync, readFileSync } from 'node:fs';
import type { LetterSettingsSnapshot, LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { type LetterFile, letterFile, peopleFile } from '../../../contract/letters.ts';
import { type VillagesFile, villageFile, villagesFile } from '../../../contract/village.ts';
import type { LetterPreviewed } from '../../../renderer/client/admin-client.ts';
import people from '../../../resources/catalogue/people.json' with { type: 'json' };
import village from '../../../resources/catalogue/village.json' with { type: 'json' };
import villages from '../../../resources/catalogue/villages.json' with { type: 'json' };

/** What a picture of the letters begins with. */
export interface OfficeScene {
  snapshot: LetterSettingsSnapshot;
  letters: LetterFile[];
  villages: VillagesFile;
  preview: LetterPreviewed;
  history: LetterSettingsVersion[];
}

const folder = new URL('../../../resources/catalogue/letters/', import.meta.url);
const letters = readdirSync(folder).map((name) =>
  letterFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);
const own = ['sktm', 'sk_usaha'];
const off = ['sk_bepergian'];
const pdf = readFileSync(new URL('../counter/letter.pdf', import.meta.url), 'base64');

const version = (
  revision: number,
  part: string,
  act: LetterSettingsVersion['act'],
  at: string,
  name: string | null,
): LetterSettingsVersion => ({ revision, part, act, at, by: { id: `p${revision}`, name } });

const last = version(9, 'letter:sktm', 'saved', '2026-11-24T08:40:00+07:00', 'Dewi Lestari');

export const office: OfficeScene = {
  villages: villagesFile.parse(villages),
  snapshot: {
    revision: 9,
    unitType: 'desa',
    village: villageFile.parse({
      ...village,
      address: 'Jalan Raya Muncar 12',
      contact: 'telepon (0333) 590123',
      officials: [
        { id: 'head', name: 'Suyanto', position: 'Kepala Desa', signsAs: 'own' },
        { id: 'secretary', name: 'Ratna Wijayanti', position: 'Sekretaris Desa', signsAs: 'a.n.' },
        { id: 'services', name: 'Moh. Fauzi', position: 'Kasi Pelayanan', signsAs: 'u.b.' },
      ],
      camat: { name: 'Drs. Hariyanto', nip: '197203141998031004' },
    }),
    letters: letters.map(({ id, kind, name, category, active, everyday }) => ({
      id,
      kind,
      name,
      category,
      active: active && !off.includes(id),
      everyday: everyday ?? null,
      own: own.includes(id),
      shipped: true,
    })),
    people: peopleFile.parse(people),
    undo: last,
  },
  letters,
  preview: { ok: true, papers: [{ title: 'SURAT KETERANGAN DOMISILI', pdf }] },
  history: [
    last,
    version(8, 'village', 'saved', '2026-11-23T10:05:00+07:00', 'Dewi Lestari'),
    version(7, 'letter:sk_usaha', 'file', '2026-11-20T13:30:00+07:00', null),
    version(6, 'letter:sk_domisili', 'shipped', '2026-11-19T09:12:00+07:00', 'Agus Prasetyo'),
  ],
};
