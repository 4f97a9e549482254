import { Delete, Space } from 'lucide-react';
import { useState } from 'react';
import { useLetterWords } from '../../i18n/letters.ts';
import css from './keys.module.css';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const qwerty = 'QWERTYUIOPASDFGHJKLZXCVBNM'.split('');
const figures = "1234567890.,-/'()&:+".split('');

interface Props {
  /** The order of a typewriter is offered too. */
  orders?: boolean;
  onSign: (sign: string) => void;
  onErase: () => void;
}

/** Letters in the order of the alphabet, or as on a typewriter for whoever knows it; digits and signs on a page of their own. */
export function Keyboard({ orders = true, onSign, onErase }: Props) {
  const { words } = useLetterWords();
  const { form } = words;
  const [typewriter, setTypewriter] = useState(false);
  const [signs, setSigns] = useState(false);
  const letters = typewriter ? qwerty : alphabet;
  return (
    <div className={css.keyboard} data-typewriter={(typewriter && !signs) || undefined} data-orders={orders}>
      {(signs ? figures : letters).map((sign) => (
        <button key={sign} type="button" className={css.key} onClick={() => onSign(sign)}>
          {sign}
        </button>
      ))}
      <button type="button" className={css.key} data-kind="space" aria-label={form.space} onClick={() => onSign(' ')}>
        <Space />
      </button>
      <button type="button" className={css.key} data-kind="erase" aria-label={form.erase} onClick={onErase}>
        <Delete />
      </button>
      <button type="button" className={css.key} data-kind="other" onClick={() => setSigns(!signs)}>
        {signs ? form.letters : form.digits}
      </button>
      {orders && !signs && (
        <button type="button" className={css.key} data-kind="order" onClick={() => setTypewriter(!typewriter)}>
          {typewriter ? form.alphabet : form.qwerty}
        </button>
      )}
    </div>
  );
}
