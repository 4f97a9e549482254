import { CircleAlert, CircleCheck, Delete } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { BackupChoice } from '../../contract/maintenance.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import { alphabet } from '../staff/code.ts';
import { type MaintenanceClient, refusalOf } from './client.ts';
import { sizeOf } from './figures.ts';
import css from './maintenance.module.css';

interface Props {
  client: Pick<MaintenanceClient, 'backups' | 'restore' | 'act'>;
  onBack: () => void;
}

const keySigns = 32;

type Outcome =
  | { readonly now: 'typing' | 'working' }
  | { readonly now: 'done'; readonly aside: string | null }
  | { readonly now: 'refused'; readonly why: string | null };

/** A backup is chosen, its recovery key typed, and it takes the place of what is here. */
export function RestorePage({ client, onBack }: Props) {
  const { words, language } = useMaintenanceWords();
  const said = words.restore;
  const [choices, setChoices] = useState<readonly BackupChoice[] | null>(null);
  const [chosen, setChosen] = useState<BackupChoice | null>(null);
  const look = useCallback(() => void client.backups().then(setChoices, () => setChoices([])), [client]);
  useEffect(look, [look]);
  if (chosen !== null) return <KeyPage client={client} backup={chosen} onBack={() => setChosen(null)} />;
  if (choices === null) return null;
  return (
    <section className={css.list}>
      <h1>{choices.length === 0 ? said.none : said.choose}</h1>
      <p className={css.detail}>{said.chooseDetail}</p>
      <ul>
        {choices.map((choice) => (
          <li key={choice.id}>
            <button type="button" className={css.choice} onClick={() => setChosen(choice)}>
              <b>{choice.name}</b>
              <span>{`${choice.folder}, ${sizeOf(choice.bytes, language)}`}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={css.answers}>
        <button type="button" className={css.plain} onClick={onBack}>
          {words.back}
        </button>
        <button type="button" className={css.plain} onClick={look}>
          {said.again}
        </button>
      </div>
    </section>
  );
}

interface KeyProps extends Props {
  backup: BackupChoice;
}

function KeyPage({ client, backup, onBack }: KeyProps) {
  const { words } = useMaintenanceWords();
  const said = words.restore;
  const [key, setKey] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ now: 'typing' });
  const put = (text: string) => {
    const plain = text
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, '');
    setKey(plain.slice(0, keySigns));
    setOutcome({ now: 'typing' });
  };
  const go = () => {
    setOutcome({ now: 'working' });
    client.restore({ id: backup.id, recoveryKey: key }).then(
      ({ aside }) => setOutcome({ now: 'done', aside }),
      (error: unknown) => {
        const { code, why } = refusalOf(error);
        setOutcome({ now: 'refused', why: code === 'BACKUP_GONE' ? null : why });
      },
    );
  };
  if (outcome.now === 'done')
    return (
      <section className={css.question}>
        <CircleCheck aria-hidden="true" className={css.good} />
        <h1>{said.done}</h1>
        {outcome.aside !== null && <p className={css.detail}>{said.doneDetail(outcome.aside)}</p>}
        <button type="button" className={css.action} onClick={() => void client.act({ what: 'restart_program' })}>
          {words.acts.restart_program}
        </button>
      </section>
    );
  const working = outcome.now === 'working';
  return (
    <section className={css.list}>
      <h1>{said.key}</h1>
      <p className={css.detail}>{`${said.keyDetail} ${said.replaces}`}</p>
      <input
        className={css.recoveryKey}
        aria-label={said.key}
        value={key.replace(/.{4}(?=.)/g, '$&-')}
        onChange={(event) => put(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        disabled={working}
      />
      <div className={css.problem} role="alert">
        {working && said.working}
        {outcome.now === 'refused' && (
          <>
            <CircleAlert aria-hidden="true" />
            <p>
              {said.refused}. {outcome.why === null ? said.gone : <span lang="en">{outcome.why}</span>}
            </p>
          </>
        )}
      </div>
      <div className={css.signs}>
        {alphabet.split('').map((sign) => (
          <button key={sign} type="button" className={css.key} disabled={working} onClick={() => put(key + sign)}>
            {sign}
          </button>
        ))}
      </div>
      <div className={css.answers}>
        <button type="button" className={css.plain} disabled={working} onClick={onBack}>
          {words.back}
        </button>
        <button type="button" className={css.plain} aria-label={said.erase} onClick={() => put(key.slice(0, -1))}>
          <Delete aria-hidden="true" />
        </button>
        <button type="button" className={css.action} disabled={working || key.length < keySigns} onClick={go}>
          {said.go}
        </button>
      </div>
    </section>
  );
}
