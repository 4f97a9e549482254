import { CircleCheck, FileWarning, Film, ImagePlus, Trash2, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MediaFile, MediaFolder } from '../../../contract/media.ts';
import { useWords } from '../../i18n/staff.ts';
import { codeOf } from '../../staff/problem-words.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Empty, Waiting } from '../parts/frame.tsx';
import { Question } from '../parts/question.tsx';
import rows from '../parts/rows.module.css';
import { useList, useWork } from '../use-work.ts';
import { problemOf } from '../words.ts';
import css from './media-tab.module.css';
import { tidyName } from './tidy-name.ts';

/** ms */
const everyMs = 5_000;

/** Silent pictures and videos beside the numbers: what is shown, one more, one less. Each is done at once. */
export function MediaTab() {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: folder, again } = useList(client.media.list, everyMs);
  const [removing, setRemoving] = useState<MediaFile | null>(null);
  const said = words.admin.media;
  const shown = folder?.files.filter(({ problem }) => problem === null).length ?? 0;
  return (
    <Card
      title={said.title}
      detail={said.detail}
      tools={folder && <AddFiles folder={folder} full={shown >= folder.most} onAdded={again} />}
    >
      {folder === undefined && <Waiting />}
      {folder?.files.length === 0 && <Empty>{said.none}</Empty>}
      {folder !== undefined && folder.files.length > 0 && (
        <ul className={css.files}>
          {folder.files.map((file) => (
            <FileRow key={file.name} file={file} onRemove={() => setRemoving(file)} />
          ))}
        </ul>
      )}
      {removing !== null && (
        <RemoveSheet
          file={removing}
          onClose={() => {
            setRemoving(null);
            again();
          }}
        />
      )}
    </Card>
  );
}

interface AddProps {
  folder: MediaFolder;
  full: boolean;
  onAdded: () => void;
}

/** Takes several at once and sends them one after the other. */
function AddFiles({ folder: { largest, most }, full, onAdded }: AddProps) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const said = words.admin.media;
  const sendOne = async (file: File) => {
    const name = tidyName(file.name);
    // The hub would say the same, after minutes.
    if (file.size > (file.type.startsWith('image/') ? largest.picture : largest.video))
      return tell({ tone: 'problem', text: said.notAdded(name, words.admin.problems.MEDIA_TOO_LARGE) });
    setSending({ name, percent: 0 });
    try {
      await client.media.send(file, name, (part) => setSending({ name, percent: Math.floor(part * 100) }));
      tell({ tone: 'good', text: said.added(name) });
    } catch (error) {
      tell({ tone: 'problem', text: said.notAdded(name, problemOf(words, codeOf(error))) });
    }
  };
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      await sendOne(file);
      onAdded();
    }
    setSending(null);
  };
  const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000);
  return (
    <div className={css.add}>
      <input
        ref={picker}
        className={css.hidden}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={said.add}
        accept=".jpg,.jpeg,.png,.webp,.mp4,.webm"
        onChange={(event) => {
          void send([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {sending === null ? (
        <p className={css.limits}>
          {full ? said.full(most) : said.limits(megabytes(largest.picture), megabytes(largest.video))}
        </p>
      ) : (
        <p className={css.limits} role="status">
          {said.sending(sending.name, sending.percent)}
        </p>
      )}
      <Press
        kind="action"
        icon={<ImagePlus />}
        disabled={sending !== null || full}
        onPress={() => picker.current?.click()}
      >
        {said.add}
      </Press>
    </div>
  );
}

function FileRow({ file, onRemove }: { file: MediaFile; onRemove: () => void }) {
  const { words, language } = useWords();
  const said = words.admin.media;
  const { name, kind, bytes, problem, unplayable } = file;
  const size = Math.max(0.1, bytes / 1_000_000).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <li className={css.file}>
      <Thumbnail file={file} />
      <span className={rows.main}>
        <span className={rows.name}>{name}</span>
        <span className={rows.note}>{`${kind === null ? said.other : said.kinds[kind]} · ${size} MB`}</span>
      </span>
      <span className={rows.side}>
        {problem !== null ? (
          <Badge tone="danger" icon={<TriangleAlert />}>
            {said.problems[problem]}
          </Badge>
        ) : unplayable.length > 0 ? (
          <Badge tone="warning" icon={<TriangleAlert />}>
            {said.unplayable(unplayable.join(', '))}
          </Badge>
        ) : (
          <Badge tone="good" icon={<CircleCheck />}>
            {said.shown}
          </Badge>
        )}
        <Press icon={<Trash2 />} label={words.admin.services.removeNamed(name)} onPress={onRemove} />
      </span>
    </li>
  );
}

/** A video shows its first picture; what is not shown anywhere has none. */
function Thumbnail({ file }: { file: MediaFile }) {
  const { client } = useDesk();
  if (file.problem !== null)
    return (
      <span className={css.thumbnail}>
        <FileWarning />
      </span>
    );
  const src = client.media.addressOf(file);
  return (
    <span className={css.thumbnail}>
      {file.kind === 'picture' ? (
        <img src={src} alt="" loading="lazy" decoding="async" />
      ) : (
        <>
          <video src={src} muted preload="metadata" aria-hidden="true" />
          <Film className={css.film} />
        </>
      )}
    </span>
  );
}

function RemoveSheet({ file, onClose }: { file: MediaFile; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const said = words.admin.media;
  return (
    <Question
      title={said.removeTitle(file.name)}
      detail={said.removeDetail}
      yes={said.removeYes}
      icon={<Trash2 />}
      work={work}
      onBack={onClose}
      onYes={() =>
        work.run(
          () => client.media.remove({ name: file.name }),
          () => {
            tell({ tone: 'good', text: said.removed(file.name) });
            onClose();
          },
        )
      }
    />
  );
}
