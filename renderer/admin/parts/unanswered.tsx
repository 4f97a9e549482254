import { useWords } from '../../i18n/staff.ts';
import { problemOf } from '../words.ts';
import { Band } from './band.tsx';
import { Waiting } from './frame.tsx';

/** In place of what the hub has not told: it is on its way, or why there is none; it is asked again by itself. */
export function Unanswered({ problem }: { problem: string | null }) {
  const { words } = useWords();
  if (problem === null) return <Waiting />;
  // The words for a button that could not be pressed would say that something was not sent.
  const text = problem === 'UNREACHABLE' ? words.admin.unanswered : problemOf(words, problem);
  return <Band tone="danger">{text}</Band>;
}
