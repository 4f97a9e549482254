import { useState } from 'react';
import { useWords } from '../i18n/staff.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import gate from '../staff/gate.module.css';
import { ServiceMark, useServiceName } from './service-mark.tsx';
import { useDesk } from './view.ts';

/** A pre-printed number of a bad hour: typed from the paper, for a service of this counter. */
export function SpareSheet({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { acts, moment } = useDesk();
  const nameOf = useServiceName();
  const [typed, setTyped] = useState('');
  const { spare: said } = words.counter;
  const spare = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const call = (serviceId: string) => {
    onClose();
    acts.perform({ act: 'callSpare', serviceId, spare });
  };
  const { services } = moment.snapshot.counter;
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <label className={gate.field}>
        {said.number}
        <input
          data-first
          autoComplete="off"
          inputMode="numeric"
          maxLength={3}
          value={typed}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
          onKeyDown={(event) => {
            const only = services.length === 1 ? services[0] : undefined;
            if (event.key === 'Enter' && spare > 0 && only !== undefined) call(only);
          }}
        />
      </label>
      <Options label={said.service}>
        {services.map((id, place) => (
          <Option
            key={id}
            nth={place + 1}
            mark={<ServiceMark serviceId={id} />}
            label={nameOf(id)}
            disabled={spare === 0}
            onChoose={() => call(id)}
          />
        ))}
      </Options>
    </Dialog>
  );
}
