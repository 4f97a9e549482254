import {
  afterTheLines,
  before,
  done,
  doubtful,
  during,
  type FaultCase,
  gone,
  harmless,
  middle,
  middleByte,
  neverReads,
  nothing,
  plugIn,
  unreachable,
} from './fault-case.ts';

/** Every fault, with what it must lead to. */
export const matrix: readonly FaultCase[] = [
  before('paper out', 'paperOut', 'paper_out'),
  during('paper out, in the middle', 'paperOut', 'paper_out'),
  afterTheLines('paper out, after the cut', 'paperOut', 'paper_out', ({ printer }) =>
    printer.after(1, 'cut', () => printer.set({ paperOut: true })),
  ),
  during('paper out, a moment before', 'paperOut', 'paper_out', ({ printer }) => printer.set({ paperOut: true })),
  before('cover open', 'coverOpen', 'cover_open'),
  during('cover open, in the middle', 'coverOpen', 'cover_open'),
  before('cutter jammed', 'cutterJam', 'cutter_jammed'),
  afterTheLines('cutter jammed, at the cut', 'cutterJam', 'cutter_jammed', ({ printer }) =>
    printer.behave({ jamsAtCut: true }),
  ),
  before('head hot', 'headHot', 'head_hot'),
  during('head hot, in the middle', 'headHot', 'head_hot'),
  {
    name: 'cable pulled, before',
    strike: (lounge) => lounge.cable.pull(),
    mend: plugIn,
    hubLives: unreachable,
    hubKilled: unreachable,
  },
  gone(
    'cable pulled, in the middle',
    ({ printer, cable }) => printer.after(middleByte, 'byte', () => cable.pull()),
    plugIn,
  ),
  gone('cable pulled, after the cut', ({ printer, cable }) => printer.after(1, 'cut', () => cable.pull()), plugIn),
  gone(
    'power cycle, in the middle',
    ({ printer, cable }) => printer.after(middle, 'line', () => cable.powerOff()),
    ({ cable }) => cable.powerOn(),
  ),
  {
    name: 'connection reset after the data',
    strike: ({ printer }) => printer.after(1, 'line', () => printer.reset()),
    mend: nothing,
    hubLives: { standing: null, ends: doubtful(1) },
    hubKilled: { at: 'unknown', standing: null, ends: doubtful(1) },
  },
  neverReads('never reads', 'sending', 0),
  neverReads('never reads, and the system takes the bytes all the same', 'sent', 65_536),
  gone(
    'bytes vanish on the way',
    ({ cable }) => cable.goDeaf(),
    ({ cable }) => cable.hearAgain(),
    0,
  ),
  harmless('no status at all', { manners: { mute: true } }),
  harmless('status, and no proof in turn', { manners: { noFence: true } }),
  harmless('proof by GS r alone', { manners: { completion: 'skipped' } }),
  harmless('GS ( H printed as text', { manners: { completion: 'printed' } }),
  harmless('of several proofs only the newest', { manners: { newestOnly: true } }),
  harmless('unsolicited status between any two bytes', { manners: { chatter: () => true } }),
  harmless('answers cut into single bytes', { manners: { split: true } }),
  harmless('answers late', { manners: { late: 700 } }),
  harmless('9600 baud', { cable: { bytesPerSecond: 960 } }),
  {
    name: 'says it is online, and lies',
    strike: (lounge) => {
      lounge.behave({ lying: true });
      lounge.printer.set({ paperOut: true });
    },
    mend: (lounge) => {
      lounge.behave({ lying: false });
      lounge.printer.set({ paperOut: false });
    },
    hubLives: { standing: { staffHear: 'needs_check', slip: 'unknown' }, ends: doubtful(1) },
    hubKilled: {
      at: 'sent',
      standing: { staffHear: 'needs_check', slip: 'unknown' },
      ends: doubtful(1),
    },
  },
  {
    name: 'session stolen, before',
    strike: (lounge) => lounge.cable.steal(),
    mend: (lounge) => lounge.cable.giveBack(),
    hubLives: unreachable,
    hubKilled: unreachable,
  },
  gone(
    'session stolen, in the middle',
    ({ printer, cable }) => printer.after(middle, 'line', () => cable.steal()),
    ({ cable }) => cable.giveBack(),
  ),
  {
    ...gone(
      'agent of a lent printer killed, in the middle',
      (lounge) => lounge.printer.after(middle, 'line', () => lounge.killAgent()),
      (lounge) => lounge.startAgent(),
    ),
    lounge: { isLent: true },
  },
  {
    name: 'nothing wrong; killed before the first byte',
    strike: nothing,
    mend: nothing,
    hubLives: { standing: null, ends: done },
    hubKilled: { at: 'first byte', standing: null, ends: doubtful(0) },
  },
];
