import { ChevronRight, CornerUpRight, FileText } from 'lucide-react';
import { useState } from 'react';
import type { LetterSettingsSnapshot } from '../../../contract/letter-settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useDesk } from '../desk.ts';
import { Knob, TextField } from '../parts/controls.tsx';
import { Badge, Card, Empty, Stack } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useWork } from '../use-work.ts';
import { groupedLetters, type ListedLetter } from './letter-list.ts';
import css from './letters.module.css';

interface Props {
  snapshot: LetterSettingsSnapshot;
  onOpen: (id: string) => void;
  onSaved: () => void;
}

/** All letters, the everyday ones first; each is offered or not, and opens. */
export function ListTab({ snapshot, onOpen, onSaved }: Props) {
  const { words } = useOfficeWords();
  const [typed, setTyped] = useState('');
  const said = words.list;
  const categories: Readonly<Record<string, string>> = words.categories;
  const groups = groupedLetters(snapshot.letters, typed, Object.keys(categories));
  return (
    <Stack>
      <div className={css.search}>
        <TextField type="search" label={said.search} value={typed} onChange={setTyped} />
      </div>
      {groups.length === 0 && <Empty>{said.none}</Empty>}
      {groups.map(({ category, letters }) => (
        <Card key={category ?? ''} title={category === null ? said.everyday : (categories[category] ?? category)}>
          <ul className={rows.rows}>
            {letters.map((letter) => (
              <LetterRow key={letter.id} {...{ letter, snapshot, onSaved }} onOpen={() => onOpen(letter.id)} />
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
}

interface RowProps {
  letter: ListedLetter;
  snapshot: LetterSettingsSnapshot;
  onOpen: () => void;
  onSaved: () => void;
}

function LetterRow({ letter, snapshot, onOpen, onSaved }: RowProps) {
  const { words, pick } = useOfficeWords();
  const { client, tell } = useDesk();
  const work = useWork();
  const said = words.list;
  const name = pick(letter.name);
  const turn = (active: boolean) =>
    work.run(
      async () => {
        const { content } = await client.letterSettings.letter(letter.id);
        return client.letterSettings.save({
          part: `letter:${letter.id}`,
          content: { ...content, active },
          revision: snapshot.revision,
        });
      },
      () => {
        tell({ tone: 'good', text: active ? said.on(name) : said.off(name) });
        onSaved();
      },
    );
  return (
    <li className={`${rows.row ?? ''} ${letter.active ? '' : (rows.faded ?? '')}`}>
      <button type="button" className={css.letter} onClick={onOpen}>
        {letter.kind === 'redirect' ? <CornerUpRight /> : <FileText />}
        <span className={rows.main}>
          <span className={rows.name}>{name}</span>
          {letter.kind === 'redirect' && <span className={rows.note}>{said.redirect}</span>}
        </span>
        {letter.own && <Badge tone="calm">{said.own}</Badge>}
        <ChevronRight />
      </button>
      <button
        type="button"
        role="switch"
        className={css.turn}
        aria-checked={letter.active}
        aria-label={said.offered(name)}
        disabled={work.busy}
        onClick={() => turn(!letter.active)}
      >
        <Knob />
      </button>
    </li>
  );
}
