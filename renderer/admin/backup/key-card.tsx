import { KeyRound, Landmark } from 'lucide-react';
import { useState } from 'react';
import type { BackupState } from '../../../contract/backup.ts';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { useTimes } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import css from './backup.module.css';
import { MakeKey } from './make-key.tsx';
import { RegencyKey } from './regency-key.tsx';

interface Props {
  state: BackupState;
  office: string;
  onChanged: () => void;
}

type Way = 'make' | 'regency';

/** Who can open the backups, and how that is changed. */
export function KeyCard({ state: { recipient }, office, onChanged }: Props) {
  const { words } = useBackupWords();
  const times = useTimes();
  const work = useWork('here');
  const [asking, setAsking] = useState<Way | null>(null);
  const [open, setOpen] = useState<Way | null>(null);
  const said = words.key;
  const begin = (way: Way) => (recipient === null ? setOpen(way) : setAsking(way));
  const close = () => {
    setOpen(null);
    onChanged();
  };
  return (
    <Card title={said.title} detail={said.detail}>
      {recipient === null ? (
        <Band tone="warning">{said.none}</Band>
      ) : (
        <dl className={css.stacked}>
          <dt>{recipient.kind === 'office' ? said.office : said.regency}</dt>
          <dd>{said.since(times?.past(recipient.since) ?? '')}</dd>
          <dt>{said.print}</dt>
          <dd>
            <span className={css.print}>{recipient.fingerprint}</span>
            {recipient.kind === 'office' && <span className={css.note}>{said.printHint}</span>}
          </dd>
        </dl>
      )}
      <div className={css.acts}>
        <Press kind={recipient === null ? 'action' : 'plain'} icon={<KeyRound />} onPress={() => begin('make')}>
          {recipient === null ? said.make : said.again}
        </Press>
        <Press icon={<Landmark />} onPress={() => begin('regency')}>
          {said.useRegency}
        </Press>
      </div>
      {asking !== null && (
        <Question
          title={said.changeTitle}
          detail={said.changeDetail}
          yes={said.changeYes}
          icon={<KeyRound />}
          kind="action"
          work={work}
          onBack={() => setAsking(null)}
          onYes={() => {
            setOpen(asking);
            setAsking(null);
          }}
        />
      )}
      {open === 'make' && <MakeKey office={office} onClose={close} />}
      {open === 'regency' && <RegencyKey onClose={close} />}
    </Card>
  );
}
