import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { Press, TextField } from '../parts/controls.tsx';
import { Fields, Stack } from '../parts/frame.tsx';
import { type DestroyDraft, destroyProblems, fewestWitnesses, isReady, mostWitnesses } from './destroy-draft.ts';
import css from './retention.module.css';

interface Props {
  /** Letters that go. */
  count: number;
  draft: DestroyDraft;
  /** YYYY-MM-DD */
  today: string;
  onChange: (draft: DestroyDraft) => void;
  onNext: () => void;
  onClose: () => void;
}

/** Number, date and witnesses of a berita acara. What is wrong is said when somebody wants to go on. */
export function DestroyForm({ count, draft, today, onChange, onNext, onClose }: Props) {
  const { words: common } = useWords();
  const { words } = useRetentionWords();
  const [tried, setTried] = useState(false);
  const said = words.destroy;
  const problems = destroyProblems(draft, today);
  const next = () => {
    setTried(true);
    if (isReady(problems)) onNext();
  };
  const { witnesses } = draft;
  const witnessProblem = { short: said.witnessShort, twice: said.witnessTwice };
  const problemOfWitness = (nth: number) => {
    const problem = tried ? (problems.witnesses[nth] ?? null) : null;
    return problem === null ? undefined : witnessProblem[problem];
  };
  return (
    <Dialog broad title={said.title} detail={said.detail(count)} onClose={onClose}>
      <Stack>
        <Fields>
          <TextField
            label={said.number}
            hint={said.numberHint}
            value={draft.number}
            maxLength={80}
            first
            problem={tried && problems.number ? said.numberShort : undefined}
            onChange={(number) => onChange({ ...draft, number })}
          />
          <TextField
            type="date"
            label={said.date}
            value={draft.date}
            problem={tried && problems.date ? said.dateWrong : undefined}
            onChange={(date) => onChange({ ...draft, date })}
          />
        </Fields>
        {witnesses.map((name, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a witness has no name yet
          <div key={nth} className={css.witness}>
            <TextField
              label={said.witness(nth + 1)}
              hint={nth === 0 ? said.witnessHint : undefined}
              value={name}
              maxLength={120}
              problem={problemOfWitness(nth)}
              onChange={(text) =>
                onChange({ ...draft, witnesses: witnesses.map((was, at) => (at === nth ? text : was)) })
              }
            />
            {witnesses.length > fewestWitnesses && (
              <Press
                icon={<Trash2 />}
                label={said.dropWitness(nth + 1)}
                onPress={() => onChange({ ...draft, witnesses: witnesses.filter((_, at) => at !== nth) })}
              />
            )}
          </div>
        ))}
      </Stack>
      <div className={css.spread}>
        <Press
          icon={<Plus />}
          disabled={witnesses.length >= mostWitnesses}
          onPress={() => onChange({ ...draft, witnesses: [...witnesses, ''] })}
        >
          {said.addWitness}
        </Press>
        <div className={css.answers}>
          <Press onPress={onClose}>{common.admin.cancel}</Press>
          <Press kind="action" onPress={next}>
            {said.next}
          </Press>
        </div>
      </div>
    </Dialog>
  );
}
