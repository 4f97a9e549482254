import type { FleetState } from '../../../contract/fleet.ts';

const body = {
  v: 1,
  of: 'anjungan',
  key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  code: '35.10.05.2008',
  unit: 'desa',
  seq: 29_910_060,
  at: '2026-11-24T09:10:00+07:00',
  version: '0.1.0',
  printer: 'paper_low',
  clock: true,
  backup: 7,
  disk: 'good',
  tickets: 41,
  waiting: 6,
  up: 2,
  stands: [],
  update: 'current',
} as const satisfies NonNullable<FleetState['last']>['body'];

const inBase64 = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export const fleetState: FleetState = {
  fingerprint: '1f3a 09bc 77e2 d410',
  village: { code: body.code, name: 'Tambakrejo', district: 'Muncar' },
  address: 'https://laporan.banyuwangi.example/anjungan',
  problem: null,
  last: {
    text: `${inBase64('{"alg":"EdDSA"}')}.${inBase64(JSON.stringify(body))}.${'qX3v'.repeat(21)}-A`,
    body: { ...body, stands: [] },
  },
  sentAt: '2026-11-23T13:42:00+07:00',
  unsent: 0,
  failing: false,
  secondPlace: true,
  siteProblem: null,
};
