import { FolderOpen, LoaderCircle, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ResidentPreview } from '../../../contract/residents.ts';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import type { Language } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { useWork } from '../use-work.ts';
import { chosenFile, type FileRefusal } from './chosen-file.ts';
import css from './residents.module.css';

/** "4,1 MB" */
const megabytes = (bytes: number, language: Language): string =>
  `${Math.max(0.1, bytes / 1_000_000).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })} MB`;

/** Takes a file by hand or dropped, and has it read. */
export function ChooseFile({ onRead }: { onRead: (name: string, preview: ResidentPreview) => void }) {
  const { words, language } = useResidentWords();
  const { client } = useDesk();
  const work = useWork('here', words.refusals);
  const picker = useRef<HTMLInputElement>(null);
  const here = useRef(true);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<FileRefusal | null>(null);
  const [sending, setSending] = useState('');
  const said = words.choose;
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const take = (files: readonly File[]) => {
    const chosen = chosenFile(files);
    if (chosen === null || work.busy) return;
    setRefusal('refusal' in chosen ? chosen.refusal : null);
    if ('refusal' in chosen) return;
    setSending(said.sending(chosen.file.name, megabytes(chosen.file.size, language)));
    work.run(
      () => client.residents.preview(chosen.file),
      (preview) => {
        // What comes after somebody has left is not shown to the next.
        if (here.current) onRead(chosen.file.name, preview);
      },
    );
  };
  const problem = refusal === null ? work.problem : said.refusals[refusal];
  return (
    <Card title={said.title} detail={said.detail}>
      {problem !== null && <Band tone="danger">{problem}</Band>}
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <input
          ref={picker}
          className={css.hidden}
          type="file"
          tabIndex={-1}
          aria-label={said.button}
          accept=".csv,.txt,.xlsx"
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {work.busy ? (
          <p className={css.sending} role="status">
            <LoaderCircle />
            {sending}
          </p>
        ) : (
          <>
            <p className={css.dropHere}>
              <Upload />
              {said.drop}
            </p>
            <p className={css.note}>{said.or}</p>
            <Press kind="action" icon={<FolderOpen />} onPress={() => picker.current?.click()}>
              {said.button}
            </Press>
            <p className={css.note}>{said.kinds}</p>
          </>
        )}
      </div>
    </Card>
  );
}
