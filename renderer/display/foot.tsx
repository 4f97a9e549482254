import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DisplaySnapshot } from '../../contract/display.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/display.ts';
import type { Sayings } from '../i18n/format.ts';
import { useShape } from '../ui/shape.ts';
import css from './foot.module.css';
import { piecesOf, readingTime } from './running-text.ts';
import { useTurning } from './use-turning.ts';

interface Props {
  snapshot: DisplaySnapshot;
  say: Sayings;
  clock: Clock;
}

/** The time, and what the lounge has to say: the next break and the running text, a piece at a time and never cut. */
export function Foot({ snapshot, say, clock }: Props) {
  const { words, pick } = useWords();
  const { nextBreak, texts, name } = snapshot;
  const lines = [
    ...(nextBreak === null ? [] : [words.display.breakAt(say.timeOf(nextBreak.from), say.timeOf(nextBreak.to))]),
    ...texts.map(pick),
  ];
  return (
    <footer className={css.foot}>
      <div className={css.clock}>
        <p className={css.time}>{say.time}</p>
        <p className={css.date}>{say.shortDate}</p>
      </div>
      <RunningText lines={lines.length === 0 ? [pick(name)] : lines} clock={clock} />
    </footer>
  );
}

function RunningText({ lines, clock }: { lines: readonly string[]; clock: Clock }) {
  const shape = useShape();
  const place = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLParagraphElement>(null);
  const text = lines.join('\n');
  const whole = useMemo(() => text.split('\n'), [text]);
  const [pieces, setPieces] = useState<readonly string[]>(whole);
  useLayoutEffect(() => {
    const measure = () => {
      const [box, trial] = [place.current, probe.current];
      if (box === null || trial === null) return;
      const fits = (piece: string) => {
        trial.textContent = piece;
        return trial.scrollHeight <= box.clientHeight && trial.scrollWidth <= box.clientWidth;
      };
      setPieces(whole.flatMap((line) => piecesOf(line, fits)));
      trial.textContent = '';
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (place.current !== null) observer.observe(place.current);
    void document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, [whole, shape]);
  const shown = useTurning({
    pages: pieces.length,
    stands: (index) => readingTime(pieces[index] ?? ''),
    stay: null,
    clock,
  });
  return (
    <div className={css.place} ref={place}>
      <p className={css.text} key={`${shown} ${pieces[shown]}`}>
        {pieces[shown]}
      </p>
      <p className={css.probe} ref={probe} aria-hidden="true" />
    </div>
  );
}
