import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LetterSection } from '../../../contract/letters.ts';
import { useWords } from '../../i18n/index.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { useFit } from '../../ui/fit.ts';
import { Pager } from '../../ui/pager.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { pageOf } from '../menu.ts';
import { Frame } from './frame.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, LettersScreen } from './letters-state.ts';
import css from './review.module.css';
import { type Removal, reviewRows } from './review-rows.ts';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'review' }>;
  draft: Draft;
  newKey: () => string;
}

/** All answers once more; a touch changes one, takes a person out, or adds one. */
export function Review({ screen, draft, send, newKey, fitKey, upright }: Props) {
  const { words, pick } = useLetterWords();
  const { words: common } = useWords();
  const [removing, setRemoving] = useState<Removal | null>(null);
  const rows = reviewRows(draft, words, pick);
  const { fits, inside } = useFit<HTMLDivElement>(upright ? 8 : 6, fitKey, draft.definition.sections, screen.page);
  const shown = pageOf(rows, screen.page, fits);
  const titled = (say: (title: string, n: number) => string, { section, n }: { section: LetterSection; n: number }) =>
    say(pick(section.title), n);
  return (
    <Frame
      progress={pick(draft.definition.name)}
      question={words.review.question}
      detail={words.review.detail}
      hands="choices"
      handsRef={inside}
    >
      <ul className={css.rows}>
        {shown.items.map((row) =>
          'adds' in row ? (
            <li key={`+${row.adds.id}`}>
              <button
                type="button"
                className={css.row}
                data-wide
                onClick={() => send({ type: 'add', section: row.adds.id })}
              >
                <span className={css.value}>{words.review.add(pick(row.adds.title))}</span>
                <Plus />
              </button>
            </li>
          ) : 'instance' in row ? (
            <li key={row.instance}>
              <button type="button" className={css.row} data-wide onClick={() => setRemoving(row)}>
                <span className={css.value}>{titled(words.review.remove, row)}</span>
                <Trash2 />
              </button>
            </li>
          ) : (
            <li key={row.place}>
              <button type="button" className={css.row} onClick={() => send({ type: 'edit', place: row.place })}>
                <span className={css.label}>{row.label}</span>
                <span
                  className={css.value}
                  data-empty={row.value === '' || undefined}
                  data-stored={row.stored || undefined}
                >
                  {row.value === '' ? words.review.empty : row.value}
                </span>
                {row.stored ? <span className={css.change}>{words.review.change}</span> : <Pencil />}
              </button>
            </li>
          ),
        )}
      </ul>
      <Pager
        page={shown.page}
        pages={shown.pages}
        words={common.common}
        onPage={(page) => send({ type: 'page', page })}
      />
      <Button kind="action" large onPress={() => send({ type: 'send', requestKey: newKey() })}>
        {words.review.send}
      </Button>
      {removing !== null && (
        <Sheet
          icon={<Trash2 />}
          tone="warning"
          title={titled(words.review.removing, removing)}
          detail={words.review.removingDetail}
          onClose={() => setRemoving(null)}
        >
          <Button kind="action" large onPress={() => setRemoving(null)}>
            {words.review.keep}
          </Button>
          <Button
            kind="plain"
            onPress={() => {
              setRemoving(null);
              send({ type: 'remove', instance: removing.instance });
            }}
          >
            {words.review.removeNow}
          </Button>
        </Sheet>
      )}
    </Frame>
  );
}
