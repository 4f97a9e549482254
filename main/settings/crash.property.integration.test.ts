import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SettingsPart, SettingsSnapshot } from '../../contract/settings.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { TestSupervisor } from '../../tests/doubles/lounge/supervisor.ts';

const nine = '2026-11-24T09:00:00+07:00';
const text = (both: string) => ({ id: both, en: both });
const parts = ['lounge', 'calendar', 'services'] as const;

/** Where the power goes: before a save, while its file is being written, before that, and right after. */
const moments = ['between', 'file_half_written', 'file_not_yet_written', 'file_just_written'] as const;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('save' as const), part: fc.constantFrom(...parts), n: fc.nat(9) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const), fails: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('contradict' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('lose power' as const),
      moment: fc.constantFrom(...moments),
      part: fc.constantFrom(...parts),
      n: fc.nat(9),
    }),
  },
);

/** A file that differs with `n`, and may refer to what only another version of it has. */
function edited(supervisor: TestSupervisor, part: SettingsPart, n: number): unknown {
  switch (part) {
    case 'lounge':
      return supervisor.edited('lounge', (file) => {
        file.name = text(`Kantor ${n}`);
        file.spareLetter = n % 2 === 0 ? 'X' : 'Y';
      });
    case 'calendar':
      return supervisor.edited('calendar', (file) => {
        file.special = Array.from({ length: n }, (_, day) => {
          const date = `2026-12-0${day + 1}`;
          return { from: date, to: date, name: text(`Hari ${day}`), closed: true, hours: {} };
        });
      });
    case 'services':
      return supervisor.edited('services', (file) => {
        file.services = file.services.slice(0, 6);
        if (n > 4)
          file.services.push({ ...(file.services[0] as (typeof file.services)[number]), id: `baru-${n}`, letter: 'Z' });
      });
  }
}

const held = ({ lounge, calendar, services, revision }: SettingsSnapshot) => ({ lounge, calendar, services, revision });

it('whatever is saved and taken back, and whenever the power goes, the lounge opens with what was decided last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const test = new TestLounge(nine);
      const supervisor = new TestSupervisor(test);
      const files = join(test.folder, 'catalogue');
      const losePower = () => test.losePower(new Date(test.time.wall()).toISOString());
      try {
        /** What each save that can be taken back replaced, the last at the end. */
        const before: { part: SettingsPart; content: unknown }[] = [];
        let now = held(supervisor.sees);
        const save = (part: SettingsPart, n: number) => {
          const content = edited(supervisor, part, n);
          before.push({ part, content: now[part] });
          const { revision } = supervisor.save(part, content);
          now = { ...now, [part]: content, revision };
        };
        for (const event of steps) {
          switch (event.act) {
            case 'save':
              save(event.part, event.n);
              break;
            case 'undo': {
              const last = before.pop();
              if (!last) {
                expect(() => supervisor.undo()).toThrow('NOTHING_TO_UNDO');
                break;
              }
              const file = join(files, `${last.part}.json`);
              const replaced = readFileSync(file);
              const { revision } = supervisor.undo();
              now = { ...now, [last.part]: last.content, revision };
              if (!event.fails) break;
              // As if the power went when it was decided and the file still was what it had been.
              writeFileSync(file, replaced);
              test.lounge.db
                .prepare('INSERT INTO settings_unwritten SELECT part, after FROM settings_version WHERE id = ?')
                .run(revision);
              await losePower();
              break;
            }
            case 'contradict': {
              const content = supervisor.edited('calendar', ({ hours }) => void delete hours['afternoon']);
              expect(() => supervisor.save('calendar', content)).toThrow('SETTINGS_WRONG');
              break;
            }
            case 'restart':
              await test.restart();
              break;
            case 'lose power': {
              const { moment, part, n } = event;
              const blocked = join(files, `${part}.json.new`);
              if (moment === 'file_not_yet_written') {
                // A folder in its place keeps the file from being written, as if the power went just before.
                rmSync(blocked, { force: true });
                mkdirSync(blocked, { recursive: true });
                save(part, n);
                rmSync(blocked, { recursive: true });
              } else if (moment === 'file_just_written') {
                save(part, n);
                const content = `${JSON.stringify(now[part], null, 2)}\n`;
                test.lounge.db.prepare('INSERT INTO settings_unwritten VALUES (?, ?)').run(part, content);
              } else if (moment === 'file_half_written') {
                mkdirSync(files, { recursive: true });
                writeFileSync(blocked, '{"name": {"id": "Kan');
              }
              await losePower();
            }
          }
          expect(held(supervisor.sees)).toEqual(now);
        }
        await test.restart();
        expect(held(supervisor.sees)).toEqual(now);
        expect(test.lounge.db.prepare('SELECT count(*) FROM settings_unwritten').pluck().get()).toBe(0);
        expect(test.lounge.settings.history().every(({ act }) => act !== 'file')).toBe(true);
        expect(test.lounge.board.services().map(({ id }) => id)).toEqual(now.services.services.map(({ id }) => id));
      } finally {
        await test.end();
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('a file that cannot be written now is written at the next start, holds meanwhile, and its key is known', async () => {
  const test = new TestLounge(nine);
  const supervisor = new TestSupervisor(test);
  try {
    const blocked = join(test.folder, 'catalogue', 'lounge.json.new');
    const content = supervisor.edited('lounge', (file) => void (file.name = text('Satu')));
    const key = TestLounge.key();
    mkdirSync(blocked);
    supervisor.save('lounge', content, 0, key);
    expect(test.lounge.house.snapshot('kiosk-1').name).toEqual(text('Satu'));
    rmSync(blocked, { recursive: true });
    await test.losePower(nine);
    expect(test.lounge.house.snapshot('kiosk-1').name).toEqual(text('Satu'));
    expect(supervisor.save('lounge', content, 0, key)).toEqual({ revision: 1 });
    expect(test.lounge.settings.history()).toHaveLength(1);
  } finally {
    await test.end();
  }
});
