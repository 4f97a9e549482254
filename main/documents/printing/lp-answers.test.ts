import { describe, expect, it } from 'vitest';
import { isCupsName, jobNumber, jobsOf, queuesOf, refusalOf, troubleOf } from './lp-answers.ts';

/** As CUPS 2.4 prints them. */
const printers = `printer Kantor is idle.  enabled since Tue Nov 24 08:00:00 2026
printer Loket_2 now printing Loket_2-14.  enabled since Tue Nov 24 08:00:00 2026
printer Gudang disabled since Tue Nov 24 08:00:00 2026 -
\tPaused
printer Kantor/duplex is idle.  enabled since Tue Nov 24 08:00:00 2026
printer Aneh does something else
`;

const jobs = `Kantor-12               anjungan          3072   Tue Nov 24 09:00:00 2026
\tStatus: 
\tAlerts: job-printing
\tqueued for Kantor
Kantor-11               anjungan          3072   Tue Nov 24 09:00:00 2026
\tStatus: 
\tAlerts: job-completed-successfully
\tqueued for Kantor
Kantor-10               anjungan          3072   Tue Nov 24 09:00:00 2026
\tAlerts: job-canceled-by-user
Kantor-9                anjungan          3072   Tue Nov 24 09:00:00 2026
\tAlerts: aborted-by-system
Kantor-8                anjungan          3072   Tue Nov 24 09:00:00 2026
Kantor-2-7              anjungan          3072   Tue Nov 24 09:00:00 2026
\tAlerts: job-completed-successfully
`;

describe('what the programs of CUPS print', () => {
  it('names the queues and how they stand', () => {
    expect(queuesOf(printers)).toEqual([
      { name: 'Kantor', state: 'idle' },
      { name: 'Loket_2', state: 'printing' },
      { name: 'Gudang', state: 'stopped' },
      { name: 'Aneh', state: 'unknown' },
    ]);
    expect(queuesOf('lpstat: No destinations added.\n')).toEqual([]);
  });

  it('says of every job what became of it', () => {
    expect([...jobsOf(jobs, 'Kantor')]).toEqual([
      ['12', 'waiting'],
      ['11', 'out'],
      ['10', 'cancelled'],
      ['9', 'given_up'],
      ['8', 'waiting'],
    ]);
    expect([...jobsOf(jobs, 'Kantor-2')]).toEqual([['7', 'out']]);
  });

  it.each([
    ['no_paper', 'printer Kantor now printing Kantor-12.  enabled since x\n\tHabis\n\tAlerts: media-empty-error\n'],
    ['stopped', 'printer Kantor disabled since x -\n\tPaused\n\tAlerts: paused\n'],
    [null, 'printer Kantor now printing Kantor-12.  enabled since x\n\tAlerts: media-empty-warning\n'],
    [null, 'printer Kantor is idle.  enabled since x\n\tAlerts: none\n'],
    [null, ''],
  ])('says why jobs wait: %s', (trouble, out) => expect(troubleOf(out)).toBe(trouble));

  it('gives the number of the job that was made, of that queue alone', () => {
    expect(jobNumber('request id is Kantor-12 (0 file(s))\n', 'Kantor')).toBe('12');
    expect(jobNumber('request id is kantor-2-12 (1 file(s))\n', 'Kantor-2')).toBe('12');
    expect(jobNumber('request id is Lain-12 (0 file(s))\n', 'Kantor')).toBeNull();
    expect(jobNumber('', 'Kantor')).toBeNull();
  });

  it('tells a refusal from what is not known', () => {
    expect(refusalOf('lp: Error - The printer or class does not exist.\n')).toBe('no_queue');
    expect(refusalOf('lp: Error - scheduler not responding.\n')).toBe('no_system');
    expect(refusalOf('lp: Error - Destination "Kantor" is not accepting jobs.\n')).toBe('refused');
    expect(refusalOf('lp: Error - unable to queue from stdin - Broken pipe.\n')).toBeNull();
  });

  it.each([
    ['Kantor', true],
    ['Kantor_Desa-2', true],
    ['$(reboot);`id`', true],
    ['-oraw', false],
    ['Kantor Desa', false],
    ['a,b', false],
    ['../etc', false],
    ['', false],
  ])('can name the queue %j: %s', (name, can) => expect(isCupsName(name)).toBe(can));
});
