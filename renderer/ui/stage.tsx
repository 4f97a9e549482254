import { Volume2 } from 'lucide-react';
import { createContext, type ReactNode, type Ref, use, useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import css from './stage.module.css';

/** Reads clips aloud; `on` when the person (or the device) asked for it. */
export interface Reader {
  on: boolean;
  read: (clips: readonly string[]) => void;
}

export const ReaderContext = createContext<Reader>({ on: false, read: () => undefined });

interface Props {
  question: string;
  detail?: ReactNode;
  /** News that belongs to the question and is not touched. */
  status?: ReactNode;
  /** Other ways to choose, beside the question where there is room. */
  tools?: ReactNode;
  /** What Bacakan reads of this screen: keys of spoken.ts. */
  clips: readonly string[];
  /** Wide choices: on a broad screen the question stands above them, not beside. */
  broad?: boolean;
  handsRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** One question and what to touch: the question above (or at the left), the hands below. */
export function Stage({ question, detail, status, tools, clips, broad, handsRef, children }: Props) {
  return (
    <main className={css.stage} data-broad={broad || undefined}>
      <div className={css.question}>
        <Heading>{question}</Heading>
        {detail !== undefined && <p className={css.detail}>{detail}</p>}
        {status !== undefined && <div className={css.status}>{status}</div>}
      </div>
      <div className={css.reach}>
        <div className={css.tools}>
          {tools}
          <Speaker clips={clips} />
        </div>
        <div className={css.hands} data-hands ref={handsRef}>
          {children}
        </div>
      </div>
    </main>
  );
}

/** The heading takes the focus when its screen appears, so that a screen reader follows. */
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={css.heading}>
      {children}
    </h1>
  );
}

/** The loudspeaker of a screen; shown while Bacakan is on, and reads once by itself when the screen appears. */
export function Speaker({ clips }: { clips: readonly string[] }) {
  const { on, read } = use(ReaderContext);
  const { words } = useWords();
  const wanted = clips.join(' ');
  useEffect(() => {
    if (on && wanted !== '') read(wanted.split(' '));
  }, [on, read, wanted]);
  if (!on || clips.length === 0) return null;
  return (
    <button type="button" className={css.speaker} aria-label={words.common.readAloud} onClick={() => read(clips)}>
      <Volume2 />
    </button>
  );
}
