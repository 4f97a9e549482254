import type { ReactNode, Ref } from 'react';
import { Heading } from '../../ui/stage.tsx';
import css from './frame.module.css';

interface Props {
  /** "Pertanyaan 3 dari 11". */
  progress?: string | undefined;
  question: string;
  detail?: ReactNode;
  /** What has been answered so far; it stands above the keys and is never covered by them. */
  answer?: ReactNode;
  problem?: string | null;
  /** News that is nobody's mistake; a problem stands in its place. */
  news?: string | null;
  /** Many keys need more room than a few choices. */
  hands: 'keyboard' | 'keypad' | 'choices';
  handsRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** One question of a form: what is asked, what has been answered, and the hands below (or at the right). */
export function Frame({
  progress,
  question,
  detail,
  answer,
  problem = null,
  news = null,
  hands,
  handsRef,
  children,
}: Props) {
  return (
    <main className={css.frame} data-kind={hands}>
      <div className={css.question}>
        {progress !== undefined && <p className={css.progress}>{progress}</p>}
        {/* Each question is a heading of its own: it takes the focus anew. */}
        <Heading key={question}>{question}</Heading>
        {detail !== undefined && <p className={css.detail}>{detail}</p>}
      </div>
      <div className={css.answer}>
        {answer}
        <p className={css.problem} role="status" data-calm={problem === null || undefined}>
          {problem ?? news}
        </p>
      </div>
      <div className={css.hands} data-hands data-kind={hands} ref={handsRef}>
        {children}
      </div>
    </main>
  );
}

/** The buttons below the keys. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
