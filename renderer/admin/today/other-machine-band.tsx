import { MonitorUp } from 'lucide-react';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import type { Page } from '../pages.ts';
import { Press } from '../parts/controls.tsx';
import { useList } from '../use-work.ts';
import css from './today.module.css';

/** The data come from another machine, and nobody has said what became of that one. */
export function OtherMachineBand({ onPage }: { onPage: (page: Page) => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: state } = useList(client.fleet.state);
  const said = words.admin.today;
  if (state?.problem !== 'other_machine') return null;
  return (
    <div className={css.band}>
      <MonitorUp />
      <p className={css.bandWords}>
        {said.otherMachine}
        <span>{said.otherMachineNote}</span>
      </p>
      <Press onPress={() => onPage('fleet')}>{said.answer}</Press>
    </div>
  );
}
