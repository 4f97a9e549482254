import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ResidentState } from '../../../contract/residents.ts';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import { listed } from '../../i18n/format.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import { undoOutcome } from './outcome.ts';
import css from './residents.module.css';

interface Props {
  state: ResidentState;
  onChange: () => void;
}

/** How many people the list holds, what the last import did, and the way back. */
export function KnownList({ state: { people, newest, undoable }, onChange }: Props) {
  const { words, language } = useResidentWords();
  const { client, tell } = useDesk();
  const times = useTimes();
  const work = useWork('here', words.refusals);
  const [asking, setAsking] = useState(false);
  const said = words.list;
  return (
    <Card title={said.title}>
      <p className={css.people}>{people === 0 ? said.empty : said.people(people)}</p>
      {newest === null ? (
        <p className={css.note}>{said.never}</p>
      ) : (
        <div>
          <p>{said.newest(times?.past(newest.at) ?? '', newest.by)}</p>
          <p className={css.note}>{said.did(newest.added, newest.changed, newest.removed)}</p>
        </div>
      )}
      {newest !== null && undoable && (
        <div>
          <Press icon={<Undo2 />} onPress={() => setAsking(true)}>
            {said.undo}
          </Press>
        </div>
      )}
      {asking && newest !== null && (
        <Question
          title={said.undoTitle}
          detail={undoOutcome(newest, words, (parts) => listed(parts, language))}
          yes={said.undoYes}
          icon={<Undo2 />}
          work={work}
          onBack={() => setAsking(false)}
          onYes={() =>
            work.run(
              () => client.residents.undo({ importId: newest.id }),
              (now) => {
                setAsking(false);
                tell({ tone: 'good', text: said.undone(now.people) });
                onChange();
              },
            )
          }
        />
      )}
    </Card>
  );
}
