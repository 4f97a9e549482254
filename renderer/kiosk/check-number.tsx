import { ScanQrCode } from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import type { Service } from '../../contract/queue.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Heading, Speaker } from '../ui/stage.tsx';
import css from './check.module.css';
import { isNumber, letterOf, wholeNumber } from './check.ts';
import { CheckKeys } from './check-keys.tsx';
import type { CheckProblem } from './flow-state.ts';

interface Props {
  services: readonly Service[];
  spareLetter: string;
  typed: string;
  problem: CheckProblem | null;
  /** The hub is being asked. */
  looking: boolean;
  desk: Bilingual;
  onType: (typed: string) => void;
  onLook: () => void;
}

/** Asks for the number on the paper: scanned, or typed. What is typed is never read aloud. */
export function CheckNumber({ services, spareLetter, typed, problem, looking, desk, onType, onLook }: Props) {
  const { words, pick } = useWords();
  const { check } = words;
  const letter = services[0]?.letter ?? 'A';
  // The hub knows such a number from its call on: before that nothing is wrong with it.
  const spare = problem === 'unknown' && letterOf(typed) === spareLetter;
  const trouble = {
    unknown: spare
      ? [check.spare(wholeNumber(typed)), check.spareWait]
      : [typed === '' ? check.unknownCode : check.unknown(wholeNumber(typed)), check.lookAgain(pick(desk))],
    foreign: [check.foreign, check.typeInstead],
    unreachable: [check.unreachable],
  };
  return (
    <main className={css.check}>
      <div className={css.question}>
        <Heading>{check.question}</Heading>
        <p className={css.scan}>
          <ScanQrCode />
          {check.scan}
        </p>
      </div>
      <div className={css.answer}>
        <output className={css.typed} aria-label={check.typed}>
          {typed === '' ? <span className={css.hint}>{check.hint(`${letter}018`)}</span> : typed}
        </output>
        <div className={css.message} data-calm={spare || undefined} role="status">
          {problem !== null && trouble[problem].map((line) => <p key={line}>{line}</p>)}
        </div>
      </div>
      <div className={css.hands} data-hands>
        <div className={css.keys}>
          <CheckKeys
            services={services}
            spareLetter={spareLetter}
            typed={typed}
            eraseLabel={check.erase}
            onType={onType}
          />
          <div className={css.look}>
            <Speaker clips={[spare ? 'ticket.sit' : `check.${problem ?? 'question'}`]} />
            <Button kind="action" large disabled={looking || !isNumber(typed)} onPress={onLook}>
              {check.look}
            </Button>
          </div>
        </div>
      </div>
    </main>
  );
}
