import type { ReactNode } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import type { Work } from '../use-work.ts';
import { Press } from './controls.tsx';
import css from './question.module.css';
import { Refused } from './refused.tsx';

interface Props {
  title: string;
  detail: string;
  /** The button that does it: its words, its picture, and whether it cannot be taken back. */
  yes: string;
  icon: ReactNode;
  kind?: 'danger' | 'action';
  work: Work;
  onYes: () => void;
  onBack: () => void;
  /** What hangs on it. */
  children?: ReactNode;
}

/** Asks before something that somebody may regret, and says there what went wrong. */
export function Question({ title, detail, yes, icon, kind = 'danger', work, onYes, onBack, children }: Props) {
  const { words } = useWords();
  return (
    <Dialog title={title} detail={detail} onClose={onBack}>
      {children}
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onBack}>{words.admin.cancel}</Press>
        <Press kind={kind} icon={icon} disabled={work.busy} onPress={onYes}>
          {yes}
        </Press>
      </div>
    </Dialog>
  );
}
