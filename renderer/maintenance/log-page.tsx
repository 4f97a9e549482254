import { useEffect, useState } from 'react';
import type { LogLine } from '../../contract/maintenance.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import type { MaintenanceClient } from './client.ts';
import { momentOf } from './figures.ts';
import css from './maintenance.module.css';

interface Props {
  client: Pick<MaintenanceClient, 'log'>;
  onBack: () => void;
}

/** What the program wrote down last, the newest first. */
export function LogPage({ client, onBack }: Props) {
  const { words, language } = useMaintenanceWords();
  const [lines, setLines] = useState<readonly LogLine[] | null>(null);
  useEffect(() => void client.log().then(setLines, () => setLines([])), [client]);
  if (lines === null) return null;
  return (
    <section className={css.list}>
      <h1>{lines.length === 0 ? words.log.none : words.log.title}</h1>
      <ol className={css.log} lang="en">
        {lines.map(({ at, level, text }, place) => (
          // biome-ignore lint: lines have no names, and the list does not change while it is shown
          <li key={place} data-level={level}>
            <time>{at === null ? '' : momentOf(at, language)}</time>
            {text}
          </li>
        ))}
      </ol>
      <div className={css.answers}>
        <button type="button" className={css.plain} onClick={onBack}>
          {words.back}
        </button>
      </div>
    </section>
  );
}
