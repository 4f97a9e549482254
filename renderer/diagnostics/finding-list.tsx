import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, CircleMinus, TriangleAlert } from 'lucide-react';
import type { DiagnosticStep, StepFinding, StepVerdict } from '../../contract/diagnostics.ts';
import type { DiagnosticWords } from '../i18n/diagnostics/id.ts';
import css from './finding-list.module.css';
import { wordsOf } from './report-text.ts';

const icons: Record<StepVerdict, typeof CircleCheck> = {
  good: CircleCheck,
  attention: TriangleAlert,
  bad: CircleAlert,
  not_here: CircleMinus,
  ask: CircleHelp,
};

interface Props {
  words: DiagnosticWords;
  /** What is known so far, in any order. */
  findings: readonly StepFinding[];
  /** Whether what is missing is still being looked at. */
  running: boolean;
  /** The person stands before the machine: what only a person can say is asked right here. */
  here?: boolean;
}

/** All steps by their number: what was found, what to do about it and who can. */
export function FindingList({ words, findings, running, here = false }: Props) {
  const steps = Object.keys(words.steps) as DiagnosticStep[];
  return (
    <ol className={css.list} data-here={here || undefined} aria-busy={running}>
      {steps.map((step, index) => {
        const found = findings.find((finding) => finding.step === step);
        return found === undefined ? (
          <li key={step} className={css.row} data-verdict="waiting">
            <span className={css.nth}>{index + 1}</span>
            <CircleDashed />
            <span className={css.main}>
              <span className={css.name}>{words.steps[step]}</span>
            </span>
          </li>
        ) : (
          <Row key={step} nth={index + 1} words={words} found={found} here={here} />
        );
      })}
    </ol>
  );
}

function Row({ nth, words, found, here }: { nth: number; words: DiagnosticWords; found: StepFinding; here: boolean }) {
  const Icon = icons[found.verdict];
  const isAskedHere = here && found.verdict === 'ask';
  const { what, act, who } = isAskedHere ? { what: words.test.later, act: null, who: null } : wordsOf(words, found);
  return (
    <li className={css.row} data-verdict={found.verdict}>
      <span className={css.nth}>{nth}</span>
      <Icon />
      <span className={css.main}>
        <span className={css.name}>
          {words.steps[found.step]}
          <span className={css.verdict}>{words.verdicts[found.verdict]}</span>
        </span>
        <span>{what}</span>
        {act !== null && (
          <span className={css.act}>
            {act} {who !== null && <b>({who})</b>}
          </span>
        )}
      </span>
    </li>
  );
}
