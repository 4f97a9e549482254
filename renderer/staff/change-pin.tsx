import { useState } from 'react';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog } from './dialog.tsx';
import { NewPinPad } from './new-pin-pad.tsx';
import { PinPad } from './pin-pad.tsx';

interface Props {
  clock: Clock;
  /** Both together: the hub judges them as one. */
  onChange: (pin: string, newPin: string) => void;
  onClose: () => void;
}

/** The old PIN, then the new one twice. */
export function ChangePin({ clock, onChange, onClose }: Props) {
  const { words } = useWords();
  const [old, setOld] = useState<string | null>(null);
  const said = words.staff.changePin;
  return (
    <Dialog title={words.counter.menu.changePin} detail={old === null ? said.old : said.fresh} onClose={onClose}>
      {old === null ? (
        <PinPad
          key="old"
          clock={clock}
          onPin={async (pin) => {
            setOld(pin);
            return null;
          }}
        />
      ) : (
        <NewPinPad
          key="new"
          clock={clock}
          onChosen={(newPin) => {
            onClose();
            onChange(old, newPin);
          }}
        />
      )}
    </Dialog>
  );
}
