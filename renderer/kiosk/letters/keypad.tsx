import { Delete } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import css from './keys.module.css';

const digits = '123456789'.split('');

interface Props {
  /** A key beside the zero, where numbers may have a decimal point. */
  point?: boolean;
  onSign: (sign: string) => void;
  onErase: () => void;
}

export function Keypad({ point = false, onSign, onErase }: Props) {
  const { words } = useLetterWords();
  const key = (sign: string) => (
    <button key={sign} type="button" className={css.key} onClick={() => onSign(sign)}>
      {sign === '.' ? ',' : sign}
    </button>
  );
  return (
    <div className={css.keypad}>
      {digits.map(key)}
      {point ? key('.') : <span className={css.gap} />}
      {key('0')}
      <button type="button" className={css.key} aria-label={words.form.erase} onClick={onErase}>
        <Delete />
      </button>
    </div>
  );
}
