import type { ReactNode } from 'react';
import css from './message.module.css';
import { Heading, Speaker } from './stage.tsx';

interface Props {
  icon: ReactNode;
  title: string;
  lines: readonly string[];
  clips: readonly string[];
  children?: ReactNode;
}

/** A screen that only tells: nothing to choose, everything said in the middle. */
export function Message({ icon, title, lines, clips, children }: Props) {
  return (
    <main className={css.message}>
      <div className={css.news} role="status">
        <div className={css.icon}>{icon}</div>
        <Heading>{title}</Heading>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {children}
      <Speaker clips={clips} />
    </main>
  );
}
