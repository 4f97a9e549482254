import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { MachineAct } from '../../contract/maintenance.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import { type MaintenanceClient, refusalOf } from './client.ts';
import css from './maintenance.module.css';

interface Props {
  client: Pick<MaintenanceClient, 'act'>;
  act: MachineAct;
  onBack: () => void;
}

/** Asked before anything that ends the program or the machine. */
export function SurePage({ client, act, onBack }: Props) {
  const { words } = useMaintenanceWords();
  const [told, setTold] = useState<'none' | 'sent' | 'failed'>('none');
  const go = () => {
    setTold('sent');
    client.act({ what: act }).catch((error: unknown) => {
      // The program that ends says nothing more.
      if (refusalOf(error).code === 'ACT_FAILED') setTold('failed');
    });
  };
  return (
    <section className={css.question}>
      <h1>{words.sure.title(words.acts[act])}</h1>
      <p className={css.detail}>{words.sure.detail}</p>
      {told === 'failed' && (
        <p className={css.problem} role="alert">
          <CircleAlert aria-hidden="true" />
          {words.sure.failed}
        </p>
      )}
      <div className={css.answers}>
        <button type="button" className={css.plain} onClick={onBack}>
          {words.back}
        </button>
        <button type="button" className={css.action} disabled={told === 'sent'} onClick={go}>
          {words.sure.yes}
        </button>
      </div>
    </section>
  );
}
