import { Search } from 'lucide-react';
import { useState } from 'react';
import type { FoundPerson, PersonAsked } from '../../client/village-client.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press, TextField } from '../parts/controls.tsx';
import { Card, Fields, Stack } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { FoundCard } from './found-card.tsx';
import { erasedWords, isKnown, personInput, personProblems } from './person-draft.ts';
import css from './retention.module.css';

const nobody: PersonAsked = { nik: '', name: '' };

/** A resident asks what the office knows, for a copy, or to be forgotten. What is typed lives in this component alone. */
export function PersonTab({ onErased }: { onErased: () => void }) {
  const { words } = useRetentionWords();
  const { client, tell } = useDesk();
  const work = useWork('here', words.refusals);
  const [person, setPerson] = useState(nobody);
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState<{ person: PersonAsked; found: FoundPerson } | null>(null);
  const said = words.person;
  const problems = personProblems(person);
  const change = (part: Partial<PersonAsked>) => {
    setPerson({ ...person, ...part });
    setFound(null);
  };
  const begin = () => {
    setPerson(nobody);
    setFound(null);
    setTried(false);
  };
  const find = () => {
    setTried(true);
    if (problems.nik || problems.name) return;
    const asked = personInput(person);
    work.run(
      () => client.retention.find(asked),
      (answer) => setFound({ person: asked, found: answer }),
    );
  };
  return (
    <Stack>
      <Card title={said.title} detail={said.detail}>
        <form
          className={css.person}
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <Fields broad>
            <TextField
              label={said.nik}
              value={person.nik}
              maxLength={30}
              problem={tried && problems.nik ? said.nikWrong : undefined}
              onChange={(nik) => change({ nik })}
            />
            <TextField
              label={said.name}
              value={person.name}
              maxLength={100}
              problem={tried && problems.name ? said.nameShort : undefined}
              onChange={(name) => change({ name })}
            />
          </Fields>
          <Refused work={work} />
          <div className={css.spread}>
            <p className={css.note}>{said.notKept}</p>
            {/* Enter in a field of the form. */}
            <button type="submit" className={css.hidden} />
            <Press kind="action" icon={<Search />} disabled={work.busy} onPress={find}>
              {said.find}
            </Press>
          </div>
        </form>
      </Card>
      {found !== null && !isKnown(found.found) && (
        <Band tone="warning">
          {said.none} {said.noneDetail}
        </Band>
      )}
      {found !== null && isKnown(found.found) && (
        <FoundCard
          {...found}
          onAnother={begin}
          onErased={(requests, lettersKept) => {
            begin();
            tell({ tone: 'good', text: erasedWords(requests, lettersKept, words) });
            onErased();
          }}
        />
      )}
    </Stack>
  );
}
