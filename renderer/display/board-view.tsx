import { ArrowRight, CirclePause } from 'lucide-react';
import type { Call } from '../../contract/queue.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/display.ts';
import { type Board, isSign, type Page, pageOf, type Row } from './board.ts';
import css from './board-view.module.css';
import { Fit } from './fit.tsx';
import { useTurning } from './use-turning.ts';

interface Props {
  board: Board;
  /** The call shown beside the board. */
  call: Call | null;
  /** It is being announced: its page stays. */
  held: boolean;
  clock: Clock;
}

/** How long a page of the board stands, ms. */
const pageTime = 8_000;

/** Every counter with who is there, three at a time, and the missed numbers; the pages turn by themselves. */
export function BoardView({ board, call, held, clock }: Props) {
  const { words } = useWords();
  const { pages, kind } = board;
  const stay = held && call !== null ? pageOf(pages, call.counterId) : null;
  const shown = useTurning({ pages: pages.length, stands: () => pageTime, stay, clock });
  const page = pages[shown];
  if (page === undefined) return null;
  const isMissed = page.kind === 'missed';
  return (
    <section className={css.board} data-layout={board.layout} aria-label={words.display.board}>
      <header className={css.head}>
        <h2>{isMissed ? words.display.missed : words.display.numbers}</h2>
        {pages.length > 1 && (
          <div className={css.dots} role="img" aria-label={words.common.page(shown + 1, pages.length)}>
            {pages.map((each, index) => (
              <span key={keyOf(each)} data-shown={index === shown || undefined} />
            ))}
          </div>
        )}
        <p className={css.kind}>{isMissed ? '' : kind}</p>
      </header>
      {/* Another element for each page, so that it comes softly. */}
      {page.kind === 'missed' ? (
        <div className={css.page} data-missed key={`missed ${shown}`}>
          <ul className={css.missed}>
            {page.numbers.map((number) => (
              <li key={number} data-frame>
                <Fit>{number}</Fit>
              </li>
            ))}
          </ul>
          <p className={css.advice}>{words.display.missedDetail}</p>
        </div>
      ) : (
        <ul className={css.page} key={`counters ${shown}`} data-places={board.places}>
          {page.rows.map((row) => (
            <Place
              key={row.id}
              row={row}
              isStacked={board.layout === 'stack'}
              isCalled={row.id === call?.counterId && row.number === call.number}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Place({ row, isStacked, isCalled }: { row: Row; isStacked: boolean; isCalled: boolean }) {
  const { words } = useWords();
  const arrow = <ArrowRight className={css.arrow} strokeWidth={2.6} />;
  return (
    <li className={css.row} data-frame data-called={isCalled || undefined}>
      {row.number !== null ? (
        <p className={css.number}>
          <Fit>{row.number}</Fit>
        </p>
      ) : row.state === 'paused' && row.pauseReason !== null ? (
        <p className={css.paused}>
          <CirclePause />
          <span>{words.display.paused[row.pauseReason]}</span>
        </p>
      ) : (
        <div className={css.free} role="img" aria-label={words.display.free} />
      )}
      {!isStacked && row.number !== null && arrow}
      <p className={css.sign}>
        {isStacked && isSign(row.sign) && arrow}
        {isStacked ? (
          <Fit wraps yields={0.4}>
            {row.sign}
          </Fit>
        ) : (
          <Fit>{row.sign}</Fit>
        )}
      </p>
    </li>
  );
}

const keyOf = (page: Page): string =>
  page.kind === 'missed' ? `missed ${page.numbers[0]}` : `counters ${page.rows[0]?.id}`;
