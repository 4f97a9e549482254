import { CircleAlert, Delete, Link } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Language, LanguageContext, useWords } from '../i18n/staff.ts';
import { alphabet, codeLength, groupedCode, plainCode } from '../staff/code.ts';
import { Gate } from '../staff/gate.tsx';
import { usePressed } from '../ui/pressed.ts';
import type { Joined } from './ask.ts';
import css from './join.module.css';

interface Props {
  join: (code: string) => Promise<Joined>;
  onJoined: (page: string) => void;
}

/** Where a machine joins its lounge: it types the code that the supervisor's screen shows. */
export function JoinPage(props: Props) {
  const [language, setLanguage] = useState<Language>('id');
  usePressed();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <CodeQuestion {...props} onLanguage={() => setLanguage(language === 'id' ? 'en' : 'id')} />
    </LanguageContext>
  );
}

function CodeQuestion({ join, onJoined, onLanguage }: Props & { onLanguage: () => void }) {
  const { words } = useWords();
  const [code, setCode] = useState('');
  const [state, setState] = useState<'typing' | 'sending' | 'wrong' | 'tooOften' | 'unreachable'>('typing');
  const sending = state === 'sending';
  const type = (next: string) => {
    setCode(plainCode(next));
    setState('typing');
  };
  const send = async () => {
    if (code.length < codeLength || sending) return;
    setState('sending');
    const joined = await join(code);
    if (joined.ok) return onJoined(joined.page);
    if (joined.why === 'wrong') setCode('');
    setState(joined.why);
  };
  return (
    <Gate title={words.join.title} detail={words.join.detail} icon={<Link />} broad onLanguage={onLanguage}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input
          className={css.code}
          aria-label={words.join.code}
          value={groupedCode(code)}
          onChange={(event) => type(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          disabled={sending}
        />
        <p className={css.problem} role="alert">
          {state !== 'typing' && state !== 'sending' && (
            <>
              <CircleAlert />
              {words.join[state]}
            </>
          )}
        </p>
        <div className={css.keys}>
          {alphabet.split('').map((sign) => (
            <button key={sign} type="button" className={css.key} onClick={() => type(code + sign)}>
              {sign}
            </button>
          ))}
          <button
            type="button"
            className={css.erase}
            aria-label={words.join.erase}
            onClick={() => type(code.slice(0, -1))}
          >
            <Delete />
          </button>
          <button type="submit" className={css.go} disabled={code.length < codeLength || sending}>
            {sending ? words.join.sending : words.join.go}
          </button>
        </div>
      </form>
    </Gate>
  );
}
