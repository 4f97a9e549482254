import {
  CircleAlert,
  DatabaseBackup,
  Monitor,
  Power,
  RotateCcw,
  RotateCw,
  ScrollText,
  Stethoscope,
} from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { MachineAct, MachineState } from '../../contract/maintenance.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import type { MaintenanceClient } from './client.ts';
import { clockOf, sizeOf } from './figures.ts';
import css from './maintenance.module.css';

interface Props {
  client: Pick<MaintenanceClient, 'state'>;
  onGo: (page: 'restore' | 'log' | 'test') => void;
  onAct: (act: MachineAct) => void;
}

const lookAgainMs = 5_000;

const icons: Record<MachineAct, ReactNode> = {
  restart_program: <RotateCw aria-hidden="true" />,
  restart_machine: <RotateCcw aria-hidden="true" />,
  shut_down: <Power aria-hidden="true" />,
  to_desktop: <Monitor aria-hidden="true" />,
};

/** How the machine is, and what can be done with it. */
export function Home({ client, onGo, onAct }: Props) {
  const { words, language } = useMaintenanceWords();
  const [state, setState] = useState<MachineState | null>(null);
  useEffect(() => {
    const look = () => void client.state().then(setState, () => undefined);
    look();
    const timer = setInterval(look, lookAgainMs);
    return () => clearInterval(timer);
  }, [client]);
  if (state === null) return null;
  const { facts } = words;
  const clock = clockOf(state, language);
  const network = state.addresses.map(({ name, address }) => `${name} ${address}`).join(', ');
  const told: [string, string][] = [
    [facts.version, state.version],
    [facts.network, network || facts.noNetwork],
    [facts.clock, state.clockConfirmed === false ? `${clock} (${facts.unconfirmed})` : clock],
    [facts.free, sizeOf(state.freeBytes, language)],
    [facts.log, sizeOf(state.logBytes, language)],
  ];
  if (state.printer !== null) told.push([facts.printer, facts.printers[state.printer]]);
  if (!state.isPaired) {
    const { databaseBytes } = state;
    told.push([facts.database, databaseBytes === null ? facts.noDatabase : sizeOf(databaseBytes, language)]);
    told.push([facts.backups, String(state.backups)]);
  }
  const acts: MachineAct[] = ['restart_program', 'restart_machine', 'shut_down'];
  if (state.hasDesktop) acts.push('to_desktop');
  return (
    <>
      {state.failure !== null && (
        <section className={css.failure}>
          <CircleAlert aria-hidden="true" />
          <div>
            <h1>{words.failure}</h1>
            <p lang="en">{state.failure}</p>
          </div>
        </section>
      )}
      <dl className={css.facts}>
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={css.acts}>
        {!state.isPaired && (
          <button type="button" className={css.act} onClick={() => onGo('restore')}>
            <DatabaseBackup aria-hidden="true" />
            {words.acts.restore}
          </button>
        )}
        <button type="button" className={css.act} onClick={() => onGo('test')}>
          <Stethoscope aria-hidden="true" />
          {words.acts.test}
        </button>
        <button type="button" className={css.act} onClick={() => onGo('log')}>
          <ScrollText aria-hidden="true" />
          {words.acts.log}
        </button>
        {acts.map((act) => (
          <button key={act} type="button" className={css.act} onClick={() => onAct(act)}>
            {icons[act]}
            {words.acts[act]}
          </button>
        ))}
      </div>
    </>
  );
}
