import { useState } from 'react';
import type { Service } from '../../../contract/queue.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { NumberField, Press, SelectField } from '../parts/controls.tsx';
import { Fields } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './today.module.css';

/** Numbers that somebody took for fun, from the first to the last. */
export function VoidRun({ services, onClose }: { services: readonly Service[]; onClose: () => void }) {
  const { words, pick } = useWords();
  const { client } = useDesk();
  const work = useWork('here');
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [cancelled, setCancelled] = useState<readonly string[] | null>(null);
  const said = words.admin.today.voidRun;
  if (cancelled !== null) {
    return (
      <Dialog title={said.done(cancelled.length)} detail={said.doneDetail} onClose={onClose}>
        <ul className={css.numbers}>
          {cancelled.map((number) => (
            <li key={number}>{number}</li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const whole = serviceId !== '' && from !== null && to !== null && from >= 1 && to >= from;
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <SelectField
        label={said.service}
        value={serviceId}
        options={services.map(({ id, letter, name }) => [id, `${letter} · ${pick(name)}`])}
        onChange={setServiceId}
      />
      <Fields>
        <NumberField label={said.from} value={from} least={1} onChange={setFrom} />
        <NumberField label={said.to} value={to} least={1} onChange={setTo} />
      </Fields>
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press
          kind="danger"
          disabled={!whole || work.busy}
          onPress={() =>
            from !== null &&
            to !== null &&
            work.run(
              () => client.queue.voidRun({ serviceId, from, to }),
              (answer) => setCancelled(answer.cancelled),
            )
          }
        >
          {said.yes}
        </Press>
      </div>
    </Dialog>
  );
}
