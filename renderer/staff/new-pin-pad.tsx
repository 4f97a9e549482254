import { useState } from 'react';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { choosePin, type NewPin } from './new-pin.ts';
import { PinPad } from './pin-pad.tsx';

/** A new PIN, typed twice. */
export function NewPinPad({ clock, onChosen }: { clock: Clock; onChosen: (pin: string) => void }) {
  const { words } = useWords();
  const [state, setState] = useState<NewPin>({ first: null });
  return (
    <>
      {state.first !== null && <p className={css.step}>{words.staff.pin.again}</p>}
      <PinPad
        clock={clock}
        onPin={async (pin) => {
          const { next, problem, chosen } = choosePin(state, pin);
          setState(next);
          if (chosen !== null) onChosen(chosen);
          return problem === null ? null : { kind: problem };
        }}
      />
    </>
  );
}
