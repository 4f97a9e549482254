import { PrinterCheck, PrinterX } from 'lucide-react';
import type { SlipOutlet } from '../../contract/catalogue.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Speaker } from '../ui/stage.tsx';
import type { TicketShown } from './flow-state.ts';
import { placeOf } from './printing-notice.tsx';
import css from './slip-question.module.css';

interface Props {
  shown: TicketShown;
  outlet: SlipOutlet;
  /** Until the question goes away; null once it is answered. */
  seconds: number | null;
  onAnswer: (came: boolean) => void;
}

/** Nobody knows whether the slip came out, except who stands there. Both answers weigh the same. */
export function SlipQuestion({ shown, outlet, seconds, onAnswer }: Props) {
  const { words } = useWords();
  const { slip } = words;
  const answer = (came: boolean) => ({ kind: 'action', large: true, onPress: () => onAnswer(came) }) as const;
  return (
    <>
      <div className={css.question} role="alert">
        <h2>{slip.question(shown.ticket.number)}</h2>
        <p>{placeOf(shown.print, outlet, words.printing).line}</p>
      </div>
      <div className={css.answers}>
        <Button icon={<PrinterCheck />} disabled={seconds === null} {...answer(true)}>
          {slip.came}
        </Button>
        <Button icon={<PrinterX />} disabled={seconds === null} {...answer(false)}>
          {slip.notYet}
        </Button>
      </div>
      <div className={css.foot}>
        <p aria-hidden="true">{seconds === null ? words.taking.detail : words.common.secondsLeft(seconds)}</p>
        <Speaker clips={['ticket.question']} />
      </div>
    </>
  );
}
