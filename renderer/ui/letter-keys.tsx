import { Delete, Space } from 'lucide-react';
import css from './letter-keys.module.css';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

interface Props {
  eraseLabel: string;
  spaceLabel: string;
  onLetter: (letter: string) => void;
  onErase: () => void;
}

/** Letters in the order of the alphabet: nobody here needs to have typed before. */
export function LetterKeys({ eraseLabel, spaceLabel, onLetter, onErase }: Props) {
  return (
    <div className={css.keys}>
      {letters.map((letter) => (
        <button key={letter} type="button" className={css.key} onClick={() => onLetter(letter)}>
          {letter}
        </button>
      ))}
      <button type="button" className={css.key} aria-label={spaceLabel} onClick={() => onLetter(' ')}>
        <Space />
      </button>
      <button type="button" className={css.key} aria-label={eraseLabel} onClick={onErase}>
        <Delete />
      </button>
    </div>
  );
}
