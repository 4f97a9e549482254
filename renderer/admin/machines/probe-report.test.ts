import { describe, expect, it } from 'vitest';
import type { ProbeReport } from '../../../contract/printing.ts';
import { en, id } from '../../i18n/staff.ts';
import { answersWords, makerWords, profileWords, reportFile } from './probe-report.ts';

const report: ProbeReport = {
  at: '2026-11-24T09:02:00+07:00',
  uri: 'tcp://192.168.1.50:9100',
  carries: 'replies',
  condition: 'ready',
  maker: 'EPSON',
  model: 'TM-T82III',
  firmware: '1.05',
  realtime: ['12', null, '12', '12'],
  queue: true,
  completion: false,
  automatic: false,
  evidence: 'queue',
  profile: { dots: 576, cutter: true, qr: 'native' },
};
const silent: ProbeReport = {
  ...report,
  maker: null,
  model: null,
  firmware: null,
  realtime: [null, null, null, null],
  queue: false,
};

describe('the report of a printer', () => {
  it('names it as it names itself', () => {
    expect(makerWords(id, report)).toBe('EPSON TM-T82III, perangkat lunak 1.05');
    expect(makerWords(id, { ...report, model: null, firmware: null })).toBe('EPSON');
    expect(makerWords(id, silent)).toBe('Tidak menyebut nama');
  });

  it('lists what it answers to', () => {
    expect(answersWords(id, report)).toBe('keadaan (3 dari 4), setelah tiap kertas');
    expect(answersWords(en, silent)).toBe('Answers nothing');
  });

  it('says how slips are made for it', () => {
    expect(profileWords(id, report.profile)).toBe('576 titik, dengan pemotong, QR: digambar printer');
    expect(profileWords(en, { dots: 384, cutter: false, qr: 'raster' })).toBe(
      '384 dots, without a cutter, QR: sent as a picture',
    );
  });

  it('is saved whole, under a name that any system takes', async () => {
    const { name, content } = reportFile('kiosk/1 ü', report);
    expect(name).toBe('anjungan-printer-kiosk_1__-2026-11-24.json');
    expect(JSON.parse(await content.text())).toEqual(report);
  });
});
