import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import css from './today.module.css';

/** What to do when kiosk or printer is dead. */
export function SpareSheet({ letter, onClose }: { letter: string; onClose: () => void }) {
  const { words } = useWords();
  const said = words.admin.today.spare;
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <ol className={css.steps}>
        {said.steps(letter).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Dialog>
  );
}
