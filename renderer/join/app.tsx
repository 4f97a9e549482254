import { CircleAlert, Delete, Link } from 'lucide-react';
import { useReducer } from 'react';
import { LanguageContext, useWords } from '../i18n/staff.ts';
import { alphabet, groupedCode } from '../staff/code.ts';
import gate from '../staff/gate.module.css';
import { Gate } from '../staff/gate.tsx';
import type { Memory } from '../staff/memory.ts';
import { useLanguage } from '../staff/use-language.ts';
import { usePressed } from '../ui/pressed.ts';
import type { Joined } from './ask.ts';
import type { Invitation } from './invitation.ts';
import css from './join.module.css';
import { beginJoining, type Joining, joining, whole } from './joining.ts';

interface Props {
  /** What came with the address. */
  invitation: Invitation;
  memory: Pick<Memory, 'language' | 'keepLanguage'>;
  join: (code: string) => Promise<Joined>;
  onJoined: (page: string) => void;
}

/** Where a machine joins its lounge: with the code that the supervisor's screen shows, typed or read by a camera. */
export function JoinPage({ invitation, memory, join, onJoined }: Props) {
  const { language, otherLanguage } = useLanguage(memory);
  const [state, send] = useReducer(joining, invitation, beginJoining);
  usePressed();
  const go = async () => {
    if (!whole(state) || state.sending) return;
    send({ type: 'sent' });
    const joined = await join(state.code);
    if (joined.ok) onJoined(joined.page);
    else send({ type: 'refused', why: joined.why });
  };
  const Question = state.ask === 'yes' ? YesQuestion : CodeQuestion;
  return (
    <LanguageContext value={language}>
      <Question
        state={state}
        onTyped={(text) => send({ type: 'typed', text })}
        onOther={() => send({ type: 'other' })}
        onGo={() => void go()}
        onLanguage={otherLanguage}
      />
    </LanguageContext>
  );
}

interface QuestionProps {
  state: Joining;
  onTyped: (text: string) => void;
  onOther: () => void;
  onGo: () => void;
  onLanguage: () => void;
}

/** The code came with the address. A person says yes: else any link that is followed would join a machine to something. */
function YesQuestion({ state, onOther, onGo, onLanguage }: QuestionProps) {
  const { words } = useWords();
  return (
    <Gate
      icon={<Link />}
      title={words.join.yes.title}
      detail={words.join.yes.detail}
      onLanguage={onLanguage}
      foot={
        <button type="button" className={gate.plain} disabled={state.sending} onClick={onOther}>
          {words.join.yes.other}
        </button>
      }
    >
      <p className={css.shown}>{groupedCode(state.code)}</p>
      <Problem state={state} />
      <button type="button" className={gate.action} disabled={state.sending} onClick={onGo}>
        {state.sending ? words.join.sending : words.join.yes.go}
      </button>
    </Gate>
  );
}

function CodeQuestion({ state, onTyped, onGo, onLanguage }: QuestionProps) {
  const { words } = useWords();
  const { code, sending } = state;
  return (
    <Gate title={words.join.title} detail={words.join.detail} icon={<Link />} broad onLanguage={onLanguage}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onGo();
        }}
      >
        <input
          className={css.code}
          aria-label={words.join.code}
          value={groupedCode(code)}
          onChange={(event) => onTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          disabled={sending}
        />
        <Problem state={state} />
        <div className={css.keys}>
          {alphabet.split('').map((sign) => (
            <button key={sign} type="button" className={css.key} onClick={() => onTyped(code + sign)}>
              {sign}
            </button>
          ))}
          <button
            type="button"
            className={css.erase}
            aria-label={words.join.erase}
            onClick={() => onTyped(code.slice(0, -1))}
          >
            <Delete />
          </button>
          <button type="submit" className={css.go} disabled={!whole(state) || sending}>
            {sending ? words.join.sending : words.join.go}
          </button>
        </div>
      </form>
    </Gate>
  );
}

/** A line is kept free: what is told moves no key. */
function Problem({ state }: { state: Joining }) {
  const { words } = useWords();
  return (
    <p className={css.problem} role="alert">
      {state.problem !== null && (
        <>
          <CircleAlert />
          {words.join[state.problem]}
        </>
      )}
    </p>
  );
}
