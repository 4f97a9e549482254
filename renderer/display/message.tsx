import { Motif, Sign } from '../ui/motif.tsx';
import css from './message.module.css';

/** When there is nothing to call: one sentence, or only the house's sign and name while the page begins. */
export function Message({ heading, text }: { heading?: string; text: string | null }) {
  return (
    <div className={css.message}>
      <Motif className={css.motif ?? ''} />
      <Sign className={css.sign ?? ''} />
      {heading !== undefined && <p className={css.heading}>{heading}</p>}
      <h1 className={css.text}>{text ?? 'Anjungan'}</h1>
    </div>
  );
}
