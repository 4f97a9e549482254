import { ArrowRight } from 'lucide-react';
import type { Call } from '../../contract/queue.ts';
import { useWords } from '../i18n/display.ts';
import type { Turn } from '../voice/announcements.ts';
import { Fit } from './fit.tsx';
import css from './now-called.module.css';

interface Props {
  call: Call | null;
  /** How it is being announced at this moment; null when it is not. */
  manner: Turn['manner'] | null;
  /** "Keadaan pukul 09.14", when what is shown is old. */
  asOf: string | null;
  /** Whether there is room for an arrow before the counter. */
  arrow: boolean;
}

/** The number that is called, and where it goes. */
export function NowCalled({ call, manner, asOf, arrow }: Props) {
  const { words, pick } = useWords();
  if (call === null) {
    return (
      <section className={css.called}>
        <h1 className={css.nobody}>{words.display.nobody}</h1>
        <p className={css.detail}>{asOf ?? words.display.nobodyDetail}</p>
      </section>
    );
  }
  return (
    // Another element for each call, so that the flashing begins anew.
    <section className={css.called} key={call.callSeq} data-frame data-manner={manner ?? undefined}>
      <h1 className={css.caption}>{asOf ?? words.display.number}</h1>
      <p className={css.number}>
        <Fit yields={0.7}>{call.number}</Fit>
      </p>
      <p className={css.counter}>
        {arrow && <ArrowRight strokeWidth={2.6} />}
        <Fit wraps yields={0.4}>
          {pick(call.counterName)}
        </Fit>
      </p>
    </section>
  );
}
