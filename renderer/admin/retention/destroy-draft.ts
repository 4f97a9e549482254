/** What a berita acara says beside the letters. */
export interface DestroyDraft {
  readonly number: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly witnesses: readonly string[];
}

/** As the hub asks for: two see it, and six have room on the paper. */
export const fewestWitnesses = 2;
export const mostWitnesses = 6;
const shortest = 3;

export const beginDestroy = (today: string): DestroyDraft => ({
  number: '',
  date: today,
  witnesses: Array.from({ length: fewestWitnesses }, () => ''),
});

export interface DestroyProblems {
  readonly number: boolean;
  readonly date: boolean;
  /** One for each witness; null: nothing is wrong. */
  readonly witnesses: readonly ('short' | 'twice' | null)[];
}

/** What is still wrong in the form. @param today YYYY-MM-DD in the lounge's time zone: nobody signs a day ahead */
export function destroyProblems({ number, date, witnesses }: DestroyDraft, today: string): DestroyProblems {
  const names = witnesses.map((name) => name.trim().toLowerCase());
  return {
    number: number.trim().length < shortest,
    date: !/^\d{4}-\d{2}-\d{2}$/.test(date) || date > today,
    witnesses: names.map((name, at) => (name.length < shortest ? 'short' : names.indexOf(name) < at ? 'twice' : null)),
  };
}

export const isReady = ({ number, date, witnesses }: DestroyProblems): boolean =>
  !number && !date && witnesses.every((problem) => problem === null);

/** As it is sent. */
export const destroyInput = ({ number, date, witnesses }: DestroyDraft) => ({
  minutesNumber: number.trim(),
  minutesDate: date,
  witnesses: witnesses.map((name) => name.trim()),
});
