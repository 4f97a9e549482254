import type { ReactNode } from 'react';
import { useWords } from '../i18n/staff.ts';
import { Motif, Sign } from '../ui/motif.tsx';
import css from './gate.module.css';

interface Props {
  title: string;
  detail?: string | undefined;
  /** Above the title: where in a row of questions one is. */
  step?: string;
  icon?: ReactNode;
  /** Needs the whole width, e.g. for many counters. */
  broad?: boolean;
  /** Shown in the night beside the question, e.g. the number that is being served. */
  aside?: ReactNode;
  /** Other ways, below. */
  foot?: ReactNode;
  onLanguage?: (() => void) | undefined;
  children: ReactNode;
}

/** One question before the desk: who, which PIN, which counter. */
export function Gate({ title, detail, step, icon, broad, aside, foot, onLanguage, children }: Props) {
  const { words } = useWords();
  return (
    <div className={css.gate}>
      <header className={css.night}>
        {!aside && <Motif className={css.motif ?? ''} />}
        <p className={css.house}>
          <Sign className={css.sign ?? ''} />
          Anjungan
        </p>
        {aside}
        {onLanguage !== undefined && (
          <button type="button" className={css.language} onClick={onLanguage}>
            {words.counter.menu.language}
          </button>
        )}
      </header>
      <main className={css.question} data-broad={broad || undefined}>
        <div className={css.head}>
          {step !== undefined && <p className={css.step}>{step}</p>}
          {icon}
          <h1 className={css.title}>{title}</h1>
          {detail !== undefined && <p className={css.detail}>{detail}</p>}
        </div>
        {children}
        {foot !== undefined && <div className={css.foot}>{foot}</div>}
      </main>
    </div>
  );
}
