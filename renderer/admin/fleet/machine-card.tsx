import { Copy, MonitorUp } from 'lucide-react';
import { useState } from 'react';
import { useFleetWords } from '../../i18n/admin/fleet.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import css from './fleet.module.css';

type Answer = 'moved' | 'copy';

/** The data come from another machine: a person says what became of that one. */
export function MachineCard({ again }: { again: () => void }) {
  const { words } = useFleetWords();
  const { client, tell } = useDesk();
  const work = useWork('here', words.refusals);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const said = words.machine;
  const send = (given: Answer) =>
    work.run(
      () => client.fleet.answerMachine({ answer: given }),
      () => {
        setAnswer(null);
        again();
        tell({ tone: 'good', text: said.done });
      },
    );
  return (
    <Card title={said.title} detail={said.detail}>
      <div className={css.choices}>
        <div className={css.choice}>
          <Press icon={<MonitorUp />} onPress={() => setAnswer('moved')}>
            {said.moved}
          </Press>
          <p className={css.note}>{said.movedNote}</p>
        </div>
        <div className={css.choice}>
          <Press icon={<Copy />} onPress={() => setAnswer('copy')}>
            {said.copy}
          </Press>
          <p className={css.note}>{said.copyNote}</p>
        </div>
      </div>
      {answer !== null && (
        <Question
          title={said.sure[answer]}
          detail={said.cannot}
          yes={said.yes[answer]}
          icon={answer === 'moved' ? <MonitorUp /> : <Copy />}
          kind="action"
          work={work}
          onYes={() => send(answer)}
          onBack={() => setAnswer(null)}
        >
          <p className={answer === 'copy' ? css.warning : css.note}>
            {answer === 'copy' ? said.copyWarning : said.movedNote}
          </p>
        </Question>
      )}
    </Card>
  );
}
