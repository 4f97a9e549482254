import { FileDown, Flame } from 'lucide-react';
import { useState } from 'react';
import type { Disposal } from '../../../contract/retention.ts';
import { CallError } from '../../client/call-error.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { saveFile } from '../../staff/save-file.ts';
import { pdfFile } from '../../staff/saved-files.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Question } from '../parts/question.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { beginDestroy, destroyInput } from './destroy-draft.ts';
import { DestroyForm } from './destroy-form.tsx';
import css from './retention.module.css';

interface Props {
  letterIds: readonly string[];
  /** These may not go yet, and none went. */
  onNotDue: (ids: readonly string[]) => void;
  onDestroyed: () => void;
  onClose: () => void;
}

/** What the berita acara says, then the question, then the paper. */
export function DestroySheet({ letterIds, onNotDue, onDestroyed, onClose }: Props) {
  const { words } = useRetentionWords();
  const { client, timeZone } = useDesk();
  const times = useTimes();
  const today = times === null ? '' : new Intl.DateTimeFormat('en-CA', { timeZone }).format(times.hub.now);
  const work = useWork('here', words.refusals);
  const [draft, setDraft] = useState(() => beginDestroy(today));
  const [asking, setAsking] = useState(false);
  const [notDue, setNotDue] = useState<number | null>(null);
  const [disposal, setDisposal] = useState<Disposal | null>(null);
  const said = words.destroy;
  const count = letterIds.length;
  if (disposal !== null) return <Destroyed disposal={disposal} onClose={onClose} />;
  if (notDue !== null) {
    return (
      <Dialog key="not-due" title={said.title} onClose={onClose}>
        <Band tone="danger">{said.notDue(notDue)}</Band>
        <div className={css.answers}>
          <Press kind="action" onPress={onClose}>
            {said.back}
          </Press>
        </div>
      </Dialog>
    );
  }
  if (!asking) {
    return (
      <DestroyForm
        key="form"
        count={count}
        draft={draft}
        today={today}
        onChange={setDraft}
        onNext={() => setAsking(true)}
        onClose={onClose}
      />
    );
  }
  const destroy = () =>
    work.run(
      () => client.retention.destroy({ letterIds: [...letterIds], ...destroyInput(draft) }),
      (done) => {
        setDisposal(done);
        onDestroyed();
      },
      (code, error) => {
        if (code !== 'NOT_DUE' || !(error instanceof CallError)) return false;
        const { ids } = error.data as { ids: string[] };
        setNotDue(ids.length);
        onNotDue(ids);
        return true;
      },
    );
  return (
    <Question
      key="question"
      title={said.askTitle(count)}
      detail={said.askDetail}
      yes={work.busy ? said.doing : said.yes(count)}
      icon={<Flame />}
      work={work}
      onBack={() => setAsking(false)}
      onYes={destroy}
    >
      <ul className={css.outcome}>
        <li>{said.goes}</li>
        <li>{said.stays}</li>
      </ul>
    </Question>
  );
}

function Destroyed({ disposal, onClose }: { disposal: Disposal; onClose: () => void }) {
  const { words } = useRetentionWords();
  const { client } = useDesk();
  const work = useWork('here', words.refusals);
  const said = words.destroy;
  return (
    <Dialog
      key="done"
      title={said.doneTitle(disposal.letters)}
      detail={said.doneDetail(disposal.minutesNumber)}
      onClose={onClose}
    >
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{said.done}</Press>
        <Press
          kind="action"
          icon={<FileDown />}
          disabled={work.busy}
          onPress={() =>
            work.run(
              () => client.retention.minutes(disposal.id),
              (minutes) => saveFile(pdfFile(minutes)),
            )
          }
        >
          {said.save}
        </Press>
      </div>
    </Dialog>
  );
}
