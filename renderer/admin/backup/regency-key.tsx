import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press, Switch, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './backup.module.css';

/** Signs of a public key; before them a text is not asked about. */
const keySigns = 43;
/** A file that is larger is none. */
const mostBytes = 1000;

/** The regency's public key, from its file or pasted, compared by two people on the phone before it holds. */
export function RegencyKey({ onClose }: { onClose: () => void }) {
  const { words } = useBackupWords();
  const { client, tell } = useDesk();
  const said = words.regency;
  const work = useWork('here', { PUBLIC_KEY_WRONG: said.wrong });
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [known, setKnown] = useState<{ publicKey: string; fingerprint: string } | null>(null);
  const [same, setSame] = useState(false);
  const publicKey = text.trim();
  useEffect(() => {
    setSame(false);
    if (publicKey.length < keySigns) return;
    work.run(
      () => client.backup.fingerprint(publicKey),
      ({ fingerprint }) => setKnown({ publicKey, fingerprint }),
    );
    // `work` is another one at each turn, and does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [publicKey, client]);
  const fingerprint = known?.publicKey === publicKey ? known.fingerprint : null;
  const load = async (file: File | undefined) => {
    if (file !== undefined && file.size <= mostBytes) setText((await file.text()).trim());
  };
  const use = () =>
    work.run(
      () => client.backup.useRegencyKey({ publicKey }),
      () => {
        tell({ tone: 'good', text: said.used });
        onClose();
      },
    );
  return (
    <Dialog title={said.title} detail={said.detail} onClose={onClose}>
      <input
        ref={picker}
        className={css.hidden}
        type="file"
        tabIndex={-1}
        aria-label={said.load}
        accept=".txt,.pub,.key"
        onChange={({ target }) => {
          void load(target.files?.[0]);
          target.value = '';
        }}
      />
      <div className={css.acts}>
        <Press icon={<FileUp />} onPress={() => picker.current?.click()}>
          {said.load}
        </Press>
      </div>
      <TextField label={said.text} value={text} maxLength={200} onChange={setText} />
      {fingerprint !== null && (
        <>
          <p>
            {said.compare}
            <span className={css.note}>
              <strong className={css.print}>{fingerprint}</strong>
            </span>
          </p>
          <Switch label={said.same} on={same} onChange={setSame} />
        </>
      )}
      <Refused work={work} />
      <div className={css.spread}>
        <span />
        <Press kind="action" disabled={!same || fingerprint === null || work.busy} onPress={use}>
          {said.use}
        </Press>
      </div>
    </Dialog>
  );
}
