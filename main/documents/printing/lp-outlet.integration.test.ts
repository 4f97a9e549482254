import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OfficePrinters } from '../../../tests/doubles/printer/office-printers.ts';
import { LpOutlet } from './lp-outlet.ts';

const pdf = Buffer.from('%PDF-1.4 surat');
const letter = { pdf, copies: 2, paper: 'F4' } as const;

let printers: OfficePrinters;
let outlet: LpOutlet;
beforeEach(() => {
  printers = new OfficePrinters().install().queue('Kantor').queue('Loket-2', 'stopped');
  outlet = new LpOutlet(2_000);
});
afterEach(() => {
  outlet.close();
  printers.end();
});

describe('a letter for lp', () => {
  it('goes by standard input, on its paper, without a word of whom it is about', async () => {
    expect(await outlet.print('Kantor', letter)).toEqual({ taken: '12' });
    const [job] = printers.jobs('Kantor');
    expect(job?.document).toEqual(pdf);
    expect(job?.args).toEqual([
      '-dKantor',
      '-n2',
      '-tSurat',
      '-omedia=Custom.210x330mm',
      '-osides=one-sided',
      '-oprint-scaling=none',
      '-ocollate=true',
    ]);
    expect(await outlet.print('Kantor', { ...letter, paper: 'A4' })).toEqual({ taken: '13' });
    expect(printers.jobs('Kantor')[1]?.args).toContain('-omedia=A4');
  });

  it.each([
    ['there is no such queue', () => undefined, 'Gudang', 'no_queue'],
    ['the queue takes nothing', () => void printers.queue('Kantor', 'rejecting'), 'Kantor', 'refused'],
    ['the queue stands still', () => void printers.queue('Kantor', 'stopped'), 'Kantor', 'stopped'],
    ['the print system is down', () => printers.down(true), 'Kantor', 'no_system'],
  ])('is refused, and nothing is taken, when %s', async (_, trouble, queue, reason) => {
    trouble();
    expect(await outlet.print(queue, letter)).toEqual({ refused: reason });
    expect(printers.jobs(queue)).toEqual([]);
  });

  it('is refused where there is no print system at all', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    expect(await outlet.print('Kantor', letter)).toEqual({ refused: 'no_system' });
    expect(await outlet.queues()).toEqual([]);
    process.env['PATH'] = path;
  });

  it.each(['$(touch gone);`touch gone`', '-oraw', '-', '../Kantor', 'Kantor Desa', 'x -oraw', '*', "a'b"])(
    'is never taken for a command or an option by a queue called %j',
    async (queue) => {
      expect(await outlet.print(queue, letter)).toEqual({ refused: 'no_queue' });
      expect(printers.jobs('Kantor')).toEqual([]);
    },
  );

  it('reaches a queue whose name a shell would read', async () => {
    const queue = '$(exit);`id`&|*';
    printers.queue(queue);
    expect(await outlet.print(queue, letter)).toEqual({ taken: '12' });
    expect(await outlet.jobs(queue, ['12'])).toEqual(new Map([['12', { is: 'out' }]]));
  });

  it('is uncertain when lp loses its server, or does not end', async () => {
    printers.broken(true);
    expect(await outlet.print('Kantor', letter)).toEqual({ lost: 'interrupted' });
    const hasty = new LpOutlet(150);
    printers.hang('lp', true);
    expect(await hasty.print('Kantor', letter)).toEqual({ lost: 'timeout' });
    // Before lp was asked, nothing can have been taken.
    printers.hang('lpstat', true);
    expect(await hasty.print('Kantor', letter)).toEqual({ refused: 'timeout' });
    expect(printers.jobs('Kantor').length).toBe(2);
  });
});

describe('the queues of the system', () => {
  it('are listed with how they stand', async () => {
    expect(await outlet.queues()).toEqual([
      { name: 'Kantor', state: 'idle' },
      { name: 'Loket-2', state: 'stopped' },
    ]);
  });

  it('say what became of their jobs, and why one waits', async () => {
    printers.queue('Kantor', 'no_paper');
    for (let i = 0; i < 4; i += 1) await outlet.print('Kantor', letter);
    const [, second, third, fourth] = printers.jobs('Kantor');
    printers.turn(second as never, 'job-completed-successfully');
    printers.turn(third as never, 'aborted-by-system');
    await outlet.cancel('Kantor', fourth?.number ?? '');
    expect(await outlet.jobs('Kantor', ['12', '13', '14', '15', '99'])).toEqual(
      new Map<string, object>([
        ['12', { is: 'waiting', reason: 'no_paper' }],
        ['13', { is: 'out' }],
        ['14', { is: 'given_up' }],
        ['15', { is: 'cancelled' }],
        ['99', { is: 'forgotten' }],
      ]),
    );
    printers.down(true);
    expect(await outlet.jobs('Kantor', ['12'])).toBeNull();
  });
});
