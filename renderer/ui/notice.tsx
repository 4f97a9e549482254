import type { ReactNode } from 'react';
import css from './notice.module.css';

interface Props {
  tone: 'calm' | 'good' | 'warning' | 'danger';
  icon: ReactNode;
  /** The first is the news, the others what to do. */
  lines: readonly string[];
  /** Points at what it speaks of. */
  pointer?: ReactNode;
  live?: boolean;
}

/** News with its colour, icon and words; read out by a screen reader when it changes. */
export function Notice({ tone, icon, lines, pointer, live = false }: Props) {
  const [news, ...rest] = lines;
  return (
    <div className={css.notice} data-tone={tone} role={live ? 'status' : undefined}>
      {icon}
      <div className={css.lines}>
        <p className={css.news}>{news}</p>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {pointer}
    </div>
  );
}
