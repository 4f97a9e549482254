import { FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../client/call-error.ts';
import type { SavedFile } from '../../staff/save-file.ts';
import { Press, SelectField } from '../parts/controls.tsx';
import type { StatisticsClient } from './client.ts';
import css from './export-bar.module.css';
import type { Days } from './periods.ts';
import { Problem } from './problem.tsx';
import { useSays } from './says.ts';
import { asCallError } from './use-range.ts';

interface Props {
  client: StatisticsClient;
  /** Null while no days are chosen. */
  days: Days | null;
  onFile: (file: SavedFile) => void;
}

/** Saves what is shown as a file. */
export function ExportBar({ client, days, onFile }: Props) {
  const { words, language } = useSays();
  const [detail, setDetail] = useState<'days' | 'tickets'>('days');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const ask = (format: 'csv' | 'xlsx') => {
    if (days === null) return;
    setBusy(true);
    setProblem(null);
    client
      .export({ ...days, format, detail, language })
      .then(onFile, (error: unknown) => setProblem(asCallError(error)))
      .finally(() => setBusy(false));
  };
  const idle = !busy && days !== null;
  return (
    <div className={css.bar}>
      <div className={css.row}>
        <SelectField
          label={words.detail}
          value={detail}
          options={[
            ['days', words.details.days],
            ['tickets', words.details.tickets],
          ]}
          onChange={setDetail}
        />
        <Press icon={<FileText />} disabled={!idle} onPress={() => ask('csv')}>
          {words.csv}
        </Press>
        <Press icon={<FileSpreadsheet />} disabled={!idle} onPress={() => ask('xlsx')}>
          {words.xlsx}
        </Press>
      </div>
      {busy && (
        <p className={css.busy} role="status">
          {words.saving}
        </p>
      )}
      {problem !== null && <Problem error={problem} />}
    </div>
  );
}
