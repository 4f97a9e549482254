import { Check, FileUp, Save, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ResidentColumn, ResidentPreview } from '../../../contract/residents.ts';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import { listed } from '../../i18n/format.ts';
import { useDesk } from '../desk.ts';
import { Press, Switch } from '../parts/controls.tsx';
import { FootBar } from '../parts/foot-bar.tsx';
import { Card, PageFrame, Stack } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { changesList, mayBeWhole, outcome } from './outcome.ts';
import css from './residents.module.css';
import { RowErrors } from './row-errors.tsx';

interface Props {
  /** Of the file, as it stands on this machine. */
  name: string;
  preview: ResidentPreview;
  onEnd: () => void;
}

/** What a file holds and what taking it over would do, before anything is changed. */
export function Preview({ name, preview, onEnd }: Props) {
  const { words, language } = useResidentWords();
  const { client, tell } = useDesk();
  const work = useWork('here', words.refusals);
  const [whole, setWhole] = useState(false);
  const [over, setOver] = useState(false);
  const said = words.preview;
  const commit = () =>
    work.run(
      () => client.residents.commit({ previewId: preview.previewId, whole }),
      ({ people }) => {
        tell({ tone: 'good', text: said.done(people) });
        onEnd();
      },
      (code) => {
        setOver(code === 'PREVIEW_OVER');
        return false;
      },
    );
  const foot = (
    <FootBar>
      <div className={css.decide}>
        {preview.absent > 0 && (
          <Switch
            label={said.whole(preview.absent)}
            hint={mayBeWhole(preview) ? said.wholeNote : said.wholeBlocked}
            on={whole}
            disabled={!mayBeWhole(preview) || work.busy}
            onChange={setWhole}
          />
        )}
        <Refused work={work} />
        <p className={css.outcome} role="status">
          {work.busy ? said.saving : outcome(preview, whole, words, (parts) => listed(parts, language))}
        </p>
      </div>
      {over ? (
        <Press kind="action" icon={<FileUp />} onPress={onEnd}>
          {said.other}
        </Press>
      ) : (
        <Press
          kind={whole ? 'danger' : 'action'}
          icon={<Save />}
          disabled={!changesList(preview, whole) || work.busy}
          onPress={commit}
        >
          {said.commit}
        </Press>
      )}
    </FootBar>
  );
  return (
    <PageFrame title={words.title} detail={words.detail} foot={foot}>
      <Stack>
        <Card
          title={said.title(name)}
          detail={said.detail}
          tools={
            <Press icon={<FileUp />} disabled={work.busy} onPress={onEnd}>
              {said.other}
            </Press>
          }
        >
          <Counts preview={preview} />
          <ColumnList columns={preview.columns} />
        </Card>
        {preview.wrongRows > 0 && <RowErrors errors={preview.errors} rows={preview.wrongRows} />}
      </Stack>
    </PageFrame>
  );
}

function Counts({ preview }: { preview: ResidentPreview }) {
  const { words, language } = useResidentWords();
  const { counts } = words.preview;
  return (
    <dl className={css.counts}>
      {(['added', 'changed', 'unchanged', 'absent'] as const).map((kind) => (
        <div key={kind} className={css.count}>
          <dt>{counts[kind]}</dt>
          <dd>{preview[kind].toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')}</dd>
        </div>
      ))}
    </dl>
  );
}

function ColumnList({ columns }: { columns: readonly ResidentColumn[] }) {
  const { words } = useResidentWords();
  const said = words.preview;
  const all = Object.keys(words.columns) as ResidentColumn[];
  const missing = all.filter((column) => !columns.includes(column));
  const chips = (label: string, its: readonly ResidentColumn[], icon: ReactNode, note?: string) => (
    <div className={css.columns} role="group" aria-label={label}>
      <span className={css.columnsLabel}>{label}</span>
      <ul className={css.chips}>
        {its.map((column) => (
          <li key={column}>
            {icon}
            {words.columns[column]}
          </li>
        ))}
        {note !== undefined && <li className={css.chipNote}>{note}</li>}
      </ul>
    </div>
  );
  return (
    <>
      {chips(
        said.known,
        all.filter((column) => columns.includes(column)),
        <Check className={css.found} />,
      )}
      {missing.length > 0 && chips(said.missing, missing, <X />, said.missingNote)}
    </>
  );
}
