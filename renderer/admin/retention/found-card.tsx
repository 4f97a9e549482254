import { FileDown, FileText, ScrollText, Trash2, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { FoundPerson, PersonAsked } from '../../client/village-client.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { saveFile } from '../../staff/save-file.ts';
import { textFile } from '../../staff/saved-files.ts';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { EraseSheet } from './erase-sheet.tsx';
import css from './retention.module.css';

interface Props {
  person: PersonAsked;
  found: FoundPerson;
  onAnother: () => void;
  onErased: (requests: number, lettersKept: number) => void;
}

/** How much is known of a person, and what can be done with it. */
export function FoundCard({ person, found, onAnother, onErased }: Props) {
  const { words, pick } = useRetentionWords();
  const { client, tell } = useDesk();
  const work = useWork('here', words.refusals);
  const [erasing, setErasing] = useState(false);
  const said = words.person;
  const copy = () =>
    work.run(
      () => client.retention.exportPerson(person),
      (file) => {
        saveFile(textFile(file));
        tell({ tone: 'good', text: said.copied });
      },
    );
  return (
    <Card title={said.foundTitle} tools={<Press onPress={onAnother}>{said.another}</Press>}>
      <ul className={css.facts}>
        <li>
          {found.onList ? <UserRoundCheck /> : <UserRoundX />}
          {found.onList ? said.onList : said.notOnList}
        </li>
        <li>
          <FileText />
          {said.requests(found.requests)}
        </li>
        <li>
          <ScrollText />
          {said.letters(found.letters)}
        </li>
      </ul>
      {found.what.length > 0 && (
        <div>
          <h3 className={css.side}>{said.what}</h3>
          <ul className={css.outcome}>
            {found.what.map((kind) => (
              <li key={kind.id}>{pick(kind)}</li>
            ))}
          </ul>
        </div>
      )}
      <Refused work={work} />
      <div className={css.spread}>
        <p className={css.note}>{said.copyNote}</p>
        <div className={css.answers}>
          <Press kind="danger" icon={<Trash2 />} disabled={work.busy} onPress={() => setErasing(true)}>
            {said.erase}
          </Press>
          <Press kind="action" icon={<FileDown />} disabled={work.busy} onPress={copy}>
            {said.copy}
          </Press>
        </div>
      </div>
      {erasing && <EraseSheet person={person} found={found} onErased={onErased} onBack={() => setErasing(false)} />}
    </Card>
  );
}
