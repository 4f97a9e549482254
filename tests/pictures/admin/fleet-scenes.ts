import { fleetWords } from '../../../renderer/i18n/admin/fleet.ts';
import { id } from '../../../renderer/i18n/staff.ts';
import type { Hand, Picture } from '../gallery.ts';
import { fleetState } from './fleet-data.ts';
import { on, inTurn as then } from './hands.ts';
import type { Scene } from './stand-in.ts';

/** What the regency is told. */

const said = (hand: Hand) => fleetWords[hand.words.common === id.common ? 'id' : 'en'];
const loaded = (hand: Hand) =>
  hand.page.getByText(hand.words.admin.waiting).waitFor({ state: 'detached', timeout: 4_000 });
const press = (name: (hand: Hand) => string) => (hand: Hand) =>
  hand.page
    .getByRole('button', { name: name(hand), exact: true })
    .last()
    .click({ timeout: 4_000 });
const at = (changes: Partial<typeof fleetState> = {}, more: Partial<Scene> = {}) =>
  on('fleet', { fleet: { ...fleetState, ...changes }, ...more });
const other = { problem: 'other_machine' } as const;

export const fleet: readonly Picture<Scene>[] = [
  { name: 'fleet', scene: at(), steps: loaded },
  { name: 'fleet-fresh', scene: at({ last: null, address: null, sentAt: null, secondPlace: false }), steps: loaded },
  {
    name: 'fleet-no-village',
    scene: at({
      problem: 'no_village',
      village: null,
      last: null,
      siteProblem: {
        id: '/media/user/KABUPATEN/anjungan/site.json, head.nip: harus 18 angka',
        en: '/media/user/KABUPATEN/anjungan/site.json, head.nip: must be 18 digits',
      },
    }),
    steps: loaded,
  },
  { name: 'fleet-failing', scene: at({ failing: true, unsent: 4, secondPlace: false }), steps: loaded },
  {
    name: 'fleet-address-wrong',
    scene: at(),
    steps: then(loaded, (hand) => hand.page.getByLabel(said(hand).send.address).fill('laporan.go.id')),
  },
  { name: 'fleet-other-machine', scene: at(other), steps: loaded },
  {
    name: 'fleet-copy',
    scene: at(other),
    steps: then(
      loaded,
      press((hand) => said(hand).machine.copy),
    ),
  },
  {
    name: 'fleet-stick-gone',
    scene: at({}, { refusal: { code: 'SECOND_PLACE_GONE' } }),
    steps: then(
      loaded,
      press((hand) => said(hand).code.put),
    ),
  },
  { name: 'fleet-today', scene: on('today', { fleet: { ...fleetState, ...other } }) },
  { name: 'fleet-waiting', scene: on('fleet', { fleet: null }) },
];
