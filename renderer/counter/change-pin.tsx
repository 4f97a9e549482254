import { useState } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import type { Clock } from '../kiosk/clock.ts';
import { Dialog } from './dialog.tsx';
import { NewPinPad } from './new-pin-pad.tsx';
import { PinPad } from './pin-pad.tsx';
import { useDesk } from './view.ts';
import { codeOf } from './words.ts';

interface Props {
  client: CounterClient;
  clock: Clock;
  onClose: () => void;
}

/** The old PIN, then the new one twice; the hub judges both together. */
export function ChangePin({ client, clock, onClose }: Props) {
  const { words } = useWords();
  const { acts } = useDesk();
  const [old, setOld] = useState<string | null>(null);
  const said = words.staff.changePin;
  const change = (newPin: string) => {
    onClose();
    client.staff.changePin({ pin: old ?? '', newPin }).then(
      () => acts.tell({ kind: 'pinChanged' }),
      (error: unknown) => acts.tell({ kind: 'problem', code: codeOf(error) }),
    );
  };
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
        <NewPinPad key="new" clock={clock} onChosen={change} />
      )}
    </Dialog>
  );
}
