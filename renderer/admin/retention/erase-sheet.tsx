import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FoundPerson, PersonAsked } from '../../client/village-client.ts';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { useDesk } from '../desk.ts';
import { TextField } from '../parts/controls.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import css from './retention.module.css';

interface Props {
  person: PersonAsked;
  found: FoundPerson;
  onErased: (requests: number, lettersKept: number) => void;
  onBack: () => void;
}

/** Says what goes and what stays and why, and asks for the reason, which is kept. */
export function EraseSheet({ person, found, onErased, onBack }: Props) {
  const { words } = useRetentionWords();
  const { client } = useDesk();
  const work = useWork('here', words.refusals);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = words.erase;
  const short = reason.trim().length < 3;
  const erase = () => {
    setTried(true);
    if (short) return;
    work.run(
      () => client.retention.erasePerson({ ...person, reason: reason.trim() }),
      ({ requests, lettersKept }) => onErased(requests, lettersKept),
    );
  };
  return (
    <Question
      title={said.title}
      detail={said.detail}
      yes={work.busy ? said.doing : said.yes}
      icon={<Trash2 />}
      work={work}
      onBack={onBack}
      onYes={erase}
    >
      <div className={css.sides}>
        <div>
          <h3 className={css.side}>{said.goesTitle}</h3>
          <ul className={css.outcome}>
            <li>{said.goesRequests(found.requests)}</li>
            {found.onList && <li>{said.goesList}</li>}
          </ul>
        </div>
        <div>
          <h3 className={css.side}>{said.staysTitle}</h3>
          <ul className={css.outcome}>
            <li>{found.letters === 0 ? said.staysNone : said.staysLetters(found.letters)}</li>
          </ul>
        </div>
      </div>
      <TextField
        label={said.reason}
        hint={said.reasonHint}
        value={reason}
        maxLength={200}
        first
        problem={tried && short ? said.reasonShort : undefined}
        onChange={setReason}
      />
    </Question>
  );
}
