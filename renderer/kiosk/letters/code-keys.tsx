import { Delete } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import css from './keys.module.css';
import { codeSigns } from './tracking.ts';

/** The signs a tracking code may have, and no others. */
export function CodeKeys({ onSign, onErase }: { onSign: (sign: string) => void; onErase: () => void }) {
  const { words } = useLetterWords();
  return (
    <div className={css.code} data-codes>
      {codeSigns.map((sign) => (
        <button key={sign} type="button" className={css.key} onClick={() => onSign(sign)}>
          {sign}
        </button>
      ))}
      <button type="button" className={css.key} data-kind="erase" aria-label={words.form.erase} onClick={onErase}>
        <Delete />
      </button>
    </div>
  );
}
