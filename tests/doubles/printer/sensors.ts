/** What is wrong with the printer now; a hand can mend each. */
export interface Faults {
  paperOut: boolean;
  nearEnd: boolean;
  coverOpen: boolean;
  cutterJam: boolean;
  headHot: boolean;
}

export const mended: Readonly<Faults> = {
  paperOut: false,
  nearEnd: false,
  coverOpen: false,
  cutterJam: false,
  headHot: false,
};

export function isOffline({ paperOut, coverOpen, cutterJam, headHot }: Readonly<Faults>): boolean {
  return paperOut || coverOpen || cutterJam || headHot;
}

/** The answer to DLE EOT n, by Epson's ESC/POS reference. */
export function realtimeStatus(n: number, faults: Readonly<Faults>): number {
  const { paperOut, nearEnd, coverOpen, cutterJam, headHot } = faults;
  const bits: Record<number, number> = {
    1: 0x04 | bit(3, isOffline(faults)),
    2: bit(2, coverOpen) | bit(5, paperOut) | bit(6, cutterJam || headHot),
    3: bit(3, cutterJam) | bit(6, headHot),
    4: (nearEnd || paperOut ? 0x0c : 0) | (paperOut ? 0x60 : 0),
  };
  return 0x12 | (bits[n] ?? 0);
}

/** The four bytes of automatic status back (GS a). */
export function automaticStatus(faults: Readonly<Faults>): number[] {
  const { paperOut, nearEnd, coverOpen, cutterJam, headHot } = faults;
  return [
    0x14 | bit(3, isOffline(faults)) | bit(5, coverOpen),
    bit(3, cutterJam) | bit(6, headHot),
    (nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0c : 0),
    0x0f,
  ];
}

function bit(n: number, on: boolean): number {
  return on ? 1 << n : 0;
}
