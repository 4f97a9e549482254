import type { ReactNode } from 'react';
import { useWords } from '../i18n/staff.ts';
import { KeyCap } from '../staff/key-cap.tsx';
import css from './act-button.module.css';
import { type Act, hindrance } from './desk.ts';
import { useDesk } from './view.ts';
import { hindranceWords } from './words.ts';

interface Props {
  act: Act;
  icon: ReactNode;
  label: string;
  /** As on the key, and as `aria-keyshortcuts` names it. */
  keyCap?: string;
  look: 'tall' | 'flat' | 'foot';
  danger?: boolean;
}

/** One act: its key, and when it cannot be done now, when it can. */
export function ActButton({ act, icon, label, keyCap, look, danger = false }: Props) {
  const { moment, struck, acts, press } = useDesk();
  const { words } = useWords();
  const hindered = hindrance(act, moment);
  const reason = hindranceWords(words, hindered);
  const why = hindered?.why === 'early' ? reason : null;
  return (
    <button
      type="button"
      className={css.act}
      data-look={look}
      data-danger={danger || undefined}
      data-pressed={struck === act || undefined}
      aria-busy={acts.flight?.act === act || undefined}
      aria-keyshortcuts={keyCap}
      disabled={hindered !== null}
      title={reason ?? undefined}
      onClick={() => {
        if (!acts.busy()) press(act);
      }}
    >
      <span className={css.top}>
        {icon}
        {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
      </span>
      <span className={css.words}>
        {label}
        {why !== null && <span className={css.why}>{why}</span>}
      </span>
    </button>
  );
}
