import type { Official, VillageFile } from '../../../contract/village.ts';

export type UnitType = 'desa' | 'kelurahan';

/** What an office and its people are called on letters. */

const bare = (name: string, kind: RegExp) => name.replace(kind, '').trim();

/** "Desa Tambakrejo", "Kelurahan Kepatihan". */
export function officeName(village: VillageFile, unitType: UnitType): string {
  return `${unitType === 'desa' ? 'Desa' : 'Kelurahan'} ${villageName(village)}`;
}

/** Where several villages have one name, the district tells them apart: "Desa Tambakrejo, Kecamatan Muncar". */
export function issuerName(village: VillageFile, unitType: UnitType): string {
  return `${officeName(village, unitType)}, Kecamatan ${districtName(village)}`;
}

/** "Tambakrejo", also where the file says "Desa Tambakrejo". */
export const villageName = ({ name }: VillageFile): string => bare(name, /^(desa|kelurahan)\s+/i);

/** "Muncar". */
export const districtName = ({ district }: VillageFile): string => bare(district, /^(kecamatan|kec\.)\s+/i);

/** "Banyuwangi"; a city stays "Kota Kediri". */
export const regencyName = ({ regency }: VillageFile): string => bare(regency, /^(kabupaten|kab\.)\s+/i);

/** Whom a letter calls the head: "Kepala Desa", "Lurah", "Plt. Kepala Desa"; and the name. */
export function headOf(village: VillageFile, unitType: UnitType, signer: Official): { title: string; name: string } {
  const holder = village.officials.find(({ signsAs }) => signsAs === 'own');
  const acting = [signer, ...(holder ? [] : village.officials)].find(({ signsAs }) => isActing(signsAs));
  const head = acting ?? holder;
  return {
    title: acting ? `${acting.signsAs} ${headTitle(unitType)}` : headTitle(unitType),
    name: head?.name ?? '',
  };
}

/** In the head's place, with the head's power: in a vacancy, or while the head is away. */
const isActing = (signsAs: Official['signsAs']): boolean => signsAs === 'Plt.' || signsAs === 'Plh.';

export const headTitle = (unitType: UnitType): string => (unitType === 'desa' ? 'Kepala Desa' : 'Lurah');

/**
 * The lines above a signature, by mandate (Permendagri 1/2023 on official letters: a.n., u.b., Plt., Plh.).
 * "a.n. KEPALA DESA TAMBAKREJO", "Sekretaris Desa".
 */
export function signingLines(official: Official, village: VillageFile, unitType: UnitType): string[] {
  const head = `${headTitle(unitType)} ${villageName(village)}`.toLocaleUpperCase('id');
  switch (official.signsAs) {
    case 'own':
      return [head];
    case 'Plt.':
    case 'Plh.':
      return [`${official.signsAs} ${head}`];
    case 'a.n.':
      return [`a.n. ${head}`, official.position];
    case 'u.b.':
      return [`a.n. ${head}`, secretaryTitle(village, unitType), 'u.b.', official.position];
  }
}

function secretaryTitle(village: VillageFile, unitType: UnitType): string {
  return secretaryOf(village, unitType).title;
}

/** What the secretary is called, and who it is; null where the village names nobody. */
export function secretaryOf(village: VillageFile, unitType: UnitType): { title: string; official: Official | null } {
  const official = village.officials.find(
    ({ signsAs, position }) => signsAs === 'a.n.' && /^sekretaris/i.test(position),
  );
  const title = unitType === 'desa' ? 'Sekretaris Desa' : 'Sekretaris Kelurahan';
  return { title: official?.position ?? title, official: official ?? null };
}

/** Whoever leads the office: its head, or the one in the head's place; null where the village names neither. */
export function leaderOf({ officials }: VillageFile): Official | null {
  return officials.find(({ signsAs }) => signsAs === 'own') ?? officials.find((one) => isActing(one.signsAs)) ?? null;
}

/** The letterhead's lines: regency, district, office. */
export function letterheadLines(village: VillageFile, unitType: UnitType): string[] {
  const regency = regencyName(village);
  const office = unitType === 'desa' ? `Kantor Kepala Desa ${villageName(village)}` : officeName(village, unitType);
  return [
    `Pemerintah ${/^kota\s/i.test(regency) ? regency : `Kabupaten ${regency}`}`,
    `Kecamatan ${districtName(village)}`,
    office,
  ].map((line) => line.toLocaleUpperCase('id'));
}

/** "Jalan Raya Muncar 12, Kode Pos 68472" and how else the office is reached. */
export function letterheadAddress({ address, postcode, contact }: VillageFile): string {
  const withCode = address.includes(postcode) ? address : `${address}, Kode Pos ${postcode}`;
  return contact ? `${withCode}, ${contact}` : withCode;
}
