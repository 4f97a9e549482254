import type { RequestState } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';

const tones: Record<RequestState, 'new' | 'work' | 'waits' | 'good' | 'ended'> = {
  submitted: 'new',
  checking: 'work',
  incomplete: 'waits',
  awaiting_signature: 'work',
  awaiting_camat: 'work',
  ready: 'good',
  collected: 'ended',
  rejected: 'ended',
  cancelled: 'ended',
  expired: 'ended',
};

/** How far a request is, in words; the colour says no more. */
export function StateMark({ state }: { state: RequestState }) {
  const { words } = useLetterWords();
  return (
    <span className={css.state} data-tone={tones[state]}>
      {words.states[state]}
    </span>
  );
}
