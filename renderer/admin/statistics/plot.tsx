import type { ReactNode } from 'react';
import { Card } from '../parts/frame.tsx';
import css from './plot.module.css';
import { useSays } from './says.ts';
import { useWidth } from './use-width.ts';

interface Props {
  title: string;
  /** What the picture says, also for who cannot see it. */
  sentence: string;
  /** In rem. */
  height: number;
  /** Draws it; everything in px. */
  draw: (size: { width: number; height: number; rem: number }) => ReactNode;
  /** What the colours mean. */
  legend?: ReactNode;
  /** The same figures as a table. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A picture of figures, with what it says in a sentence and the figures in a table behind it. */
export function Plot({ title, sentence, height, draw, legend, head, rows }: Props) {
  const { words } = useSays();
  const { place, width, rem } = useWidth<HTMLDivElement>();
  const columns = Array.from({ length: head.length - 1 }, (_, column) => column);
  if (rows.length === 0)
    return (
      <Card title={title} detail={sentence}>
        {null}
      </Card>
    );
  return (
    <Card title={title} detail={sentence}>
      {legend}
      <div ref={place} className={css.place} style={{ height: `${height}rem` }}>
        {width > 0 && (
          <svg
            className={css.picture}
            width={width}
            height={height * rem}
            role="img"
            aria-label={`${title}. ${sentence}`}
          >
            <g aria-hidden="true">{draw({ width, height: height * rem, rem })}</g>
          </svg>
        )}
      </div>
      <details className={css.more}>
        <summary>{words.table}</summary>
        <table className={css.table}>
          <thead>
            <tr>
              {head.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {columns.map((column) => (
                  <td key={column}>{rest[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}

/** What a colour of a plot means. */
export function Legend({ entries }: { entries: readonly (readonly [mark: 'first' | 'second', label: string])[] }) {
  return (
    <ul className={css.legend}>
      {entries.map(([mark, label]) => (
        <li key={label}>
          <span className={css.swatch} data-mark={mark} />
          {label}
        </li>
      ))}
    </ul>
  );
}
