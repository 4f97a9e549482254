import { FileDown, ListChecks, type LucideIcon, ShieldCheck, Zap } from 'lucide-react';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import { saveFile } from '../../staff/save-file.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { exampleFile } from './example.ts';
import css from './residents.module.css';

/** What the list is for, what it must hold, and how it is kept. */
export function About() {
  const { words } = useResidentWords();
  const said = words.about;
  const reasons: readonly [LucideIcon, string][] = [
    [Zap, said.purpose],
    [ListChecks, said.needs],
    [ShieldCheck, said.protected],
  ];
  return (
    <Card title={said.title}>
      <ul className={css.reasons}>
        {reasons.map(([Icon, text]) => (
          <li key={text}>
            <Icon />
            {text}
          </li>
        ))}
      </ul>
      <div className={css.example}>
        <Press icon={<FileDown />} onPress={() => saveFile(exampleFile())}>
          {said.example}
        </Press>
        <p className={css.note}>{said.exampleNote}</p>
      </div>
    </Card>
  );
}
