import { CircleAlert } from 'lucide-react';
import css from './controls.module.css';

/** What went wrong with the button below. */
export function Refused({ work: { problem } }: { work: { readonly problem: string | null } }) {
  return problem === null ? null : (
    <p className={css.problem} role="alert">
      <CircleAlert />
      {problem}
    </p>
  );
}
