import type { DayReport, RangeReport, ServiceFigures, Summary } from '../../../contract/statistics.ts';

/** Figures of a lounge on a Tuesday afternoon, and of the months before. Worked out here, so that they agree. */

const minute = 60;
export const today = '2026-11-24';
const at = (clock: string) => `${today}T${clock}:00+07:00`;

const spread = (of: number, median: number, p90: number) =>
  of === 0 ? { of, median: null, p90: null } : { of, median: median * minute, p90: p90 * minute };

interface Told {
  taken: number;
  noShow?: number;
  cancelled?: number;
  waiting?: number;
  atCounter?: number;
  wait?: readonly [median: number, p90: number];
  service?: readonly [median: number, p90: number];
  kept?: number;
}

function summary(told: Told): Summary {
  const { taken, noShow = 0, cancelled = 0, waiting = 0, atCounter = 0 } = told;
  const { wait = [18.5, 41], service = [6.4, 14], kept = 0.8 } = told;
  const served = taken - noShow - cancelled - waiting - atCounter;
  const called = taken - waiting - cancelled;
  return {
    taken,
    served,
    noShow,
    cancelled,
    waiting,
    parked: 0,
    atCounter,
    wait: spread(called, ...wait),
    service: spread(served, ...service),
    promises: { of: called, kept: Math.round(called * kept), errorSeconds: called === 0 ? null : 6.2 * minute },
  };
}

const service = (
  serviceId: string,
  letter: string,
  id: string,
  en: string,
  told: Told,
  moved = [0, 0],
): ServiceFigures => ({
  serviceId,
  letter,
  name: { id, en },
  ...summary(told),
  movedIn: moved[0] ?? 0,
  movedOut: moved[1] ?? 0,
});

const services = (scale: number): ServiceFigures[] => {
  const few = (taken: number, told: Omit<Told, 'taken'> = {}): Told => ({
    ...told,
    taken: Math.round(taken * scale),
    noShow: Math.round(taken * scale * 0.04),
  });
  return [
    service('adminduk', 'A', 'Administrasi kependudukan', 'Civil registration', few(96, { wait: [22, 47] }), [0, 3]),
    service(
      'surat-desa',
      'C',
      'Surat keterangan desa',
      'Village letters',
      few(41, { wait: [9, 21], service: [4.2, 9] }),
      [3, 0],
    ),
    service(
      'sosial',
      'F',
      'Bantuan sosial dan pendataan keluarga prasejahtera',
      'Social assistance and household data',
      few(28),
    ),
    service('konsultasi', 'K', 'Konsultasi perizinan', 'Permit advice', few(12, { service: [17, 34], kept: 0.62 })),
    service('pajak', 'L', 'Pajak daerah', 'Regional taxes', few(21, { wait: [6, 13] })),
  ];
};

const work = (served: number, noShow: number, median: number, p90: number) => ({
  served,
  noShow,
  service: spread(served, median, p90),
});

const groups = (scale: number) => ({
  services: services(scale),
  counters: ['1', '2', '3', '4'].map((id, i) => ({
    counterId: id,
    name: { id: `Loket ${id}`, en: `Counter ${id}` },
    ...work(Math.round((52 - i * 9) * scale), i, 5.1 + i, 12 + i * 3),
  })),
  people: ['Agus Prasetyo', 'Dewi Lestari', 'Raden Roro Sri Wahyuningsih Kusumadewi', 'Siti Aminah'].map((name, i) => ({
    personId: name,
    name,
    ...work(Math.round((49 - i * 8) * scale), i, 5.4 + i, 11 + i * 3),
  })),
});

const taken = [14, 38, 47, 41, 22, 9, 19, 8];
const called = [6, 33, 44, 43, 25, 12, 17, 6];

export const afternoon: DayReport = {
  at: at('14:36'),
  day: today,
  timeZone: 'Asia/Jakarta',
  totals: summary({ taken: 198, noShow: 8, cancelled: 3, waiting: 12, atCounter: 4 }),
  hours: taken.map((number, i) => ({ hour: 7 + i, taken: number, called: called[i] ?? 0 })),
  line: Array.from({ length: 43 }, (_, i) => ({
    at: at(`${String(7 + Math.floor((i + 3) / 6)).padStart(2, '0')}:${String(((i + 3) % 6) * 10).padStart(2, '0')}`),
    waiting: Math.max(0, Math.round(9 + 8 * Math.sin(i / 6) + 3 * Math.sin(i * 1.7) + (i > 24 ? -3 : 0))),
  })),
  ...groups(1),
};

/** The doors have opened; nobody has come. */
export const earlyMorning: DayReport = {
  ...afternoon,
  at: at('07:02'),
  totals: summary({ taken: 0 }),
  hours: [],
  line: [],
  services: [],
  counters: [],
  people: [],
};

const dayMs = 86_400_000;
const working = (date: number) => ![0, 6].includes(new Date(date).getUTCDay());

/** What the hub would answer for these days. */
export function rangeReport(from: string, to: string, by: 'day' | 'month'): RangeReport {
  const dates: number[] = [];
  for (let date = Date.parse(from); date <= Date.parse(to); date += dayMs) if (working(date)) dates.push(date);
  const takenOn = (date: number) => 150 + ((date / dayMs) % 7) * 14 + (new Date(date).getUTCDay() === 1 ? 90 : 0);
  const periods = new Map<string, number>();
  for (const date of dates) {
    const period = new Date(date).toISOString().slice(0, by === 'day' ? 10 : 7);
    periods.set(period, (periods.get(period) ?? 0) + takenOn(date));
  }
  const all = [...periods.values()].reduce((sum, number) => sum + number, 0);
  const weekdays = [1, 2, 3, 4, 5]
    .map((weekday) => ({ weekday, days: dates.filter((date) => new Date(date).getUTCDay() === weekday).length }))
    .filter(({ days }) => days > 0);
  return {
    from,
    to,
    by,
    timeZone: 'Asia/Jakarta',
    totals: summary({ taken: all, noShow: Math.round(all * 0.04), cancelled: Math.round(all * 0.01) }),
    periods: [...periods].map(([period, number]) => ({ period, ...summary({ taken: number }) })),
    weekdays,
    heat: weekdays.flatMap(({ weekday, days }) =>
      taken.map((number, i) => ({
        weekday,
        hour: 7 + i,
        taken: Math.round(number * days * (weekday === 1 ? 1.5 : 1 - weekday / 20)),
      })),
    ),
    ...groups(all / 198),
  };
}
