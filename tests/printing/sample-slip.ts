import type { ReceiptSlip, TestSlip, TicketSlip } from '../../main/printing/slip.ts';

const base = {
  ticketId: '01890a5d-ac96-774b-bcce-b302099a8057',
  number: 'A017',
  priority: false,
  peopleAhead: 2,
  promise: { fromMinutes: 20, toMinutes: 30, notBefore: null },
  takenAt: '2026-11-24T09:14:00+07:00',
  timeZone: 'Asia/Jakarta',
} as const;

/** An ordinary ticket of a Tuesday morning. */
export function sampleSlip(changes: Partial<TicketSlip> = {}): TicketSlip {
  return {
    ...base,
    office: 'Lounge Pelayanan Publik',
    place: 'Kabupaten Banyuwangi',
    service: 'Surat keterangan desa',
    bring: ['KTP', 'Kartu Keluarga'],
    complaints: 'WA 0811-3555-000 atau lapor.go.id',
    ...changes,
  };
}

/** The same ticket for a visitor who chose English. */
export function englishSlip(changes: Partial<TicketSlip> = {}): TicketSlip {
  return {
    ...base,
    language: 'en',
    office: 'Public Service Lounge',
    place: 'Banyuwangi Regency',
    service: 'Village certificates',
    bring: ['identity card', 'family card'],
    complaints: 'WA 0811-3555-000 or lapor.go.id',
    ...changes,
  };
}

/** What comes out when somebody wants to know what a printer can do. */
export function sampleTest(changes: Partial<TestSlip> = {}): TestSlip {
  return {
    kind: 'test',
    printer: 'Anjungan 1',
    office: 'Lounge Pelayanan Publik',
    at: '2026-11-24T07:45:00+07:00',
    timeZone: 'Asia/Jakarta',
    ...changes,
  };
}

/** The paper of somebody who asked for a letter while no numbers were given. */
export function sampleReceipt(changes: Partial<ReceiptSlip> = {}): ReceiptSlip {
  return {
    kind: 'receipt',
    office: 'Kantor Desa Tambakrejo',
    place: 'Kecamatan Muncar',
    request: { tracking: '7K2M-9QXD', letter: 'Surat Keterangan Usaha (SKU)', promisedAt: null },
    bring: ['KTP-el pemohon (asli diperlihatkan)', 'Fotokopi Kartu Keluarga (KK)', 'Surat pengantar RT/RW'],
    filedAt: '2026-11-24T18:14:00+07:00',
    timeZone: 'Asia/Jakarta',
    complaints: '0333 425001',
    ...changes,
  };
}
