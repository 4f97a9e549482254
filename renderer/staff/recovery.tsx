import { CircleAlert, KeyRound } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useReducer } from 'react';
import type { CounterClient, PersonName } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { Gate } from './gate.tsx';
import { Line } from './line.tsx';
import { NameList } from './name-list.tsx';
import { NewPinPad } from './new-pin-pad.tsx';
import { codeOf, problemWords } from './problem-words.ts';
import { beginRecovery, recovery } from './recovery-flow.ts';
import { useElapsed } from './seconds.ts';

interface Props {
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  people: readonly PersonName[] | undefined;
  /** Who was asked for a PIN that is lost; null when nobody was chosen yet. */
  person: PersonName | null;
  lockedSeconds: number | null;
  /** The new PIN is good from now on. */
  onRecovered: (person: PersonName, pin: string) => void;
  onLeave: () => void;
  onLanguage: () => void;
}

/** For whoever lost the last supervisor's PIN and was given a code by the hub's own user. */
export function RecoveryScreen(props: Props) {
  const { client, clock, people, person, lockedSeconds, onRecovered, onLeave, onLanguage } = props;
  const { words } = useWords();
  const [state, send] = useReducer(recovery, person?.name ?? null, beginRecovery);
  const lockedFor = Math.max(0, (lockedSeconds ?? 0) - useElapsed(lockedSeconds, clock));
  const said = words.staff.recovery;
  const { step, code, name, pin } = state;

  const recover = useEffectEvent(() => {
    client.staff.setUp({ code, name, pin }).then(
      ({ personId }) => onRecovered({ id: personId, name }, pin),
      (error: unknown) => send({ type: 'refused', code: codeOf(error) }),
    );
  });
  useEffect(() => {
    if (step === 'sending') recover();
  }, [step]);

  const frame = (title: string, detail: string | undefined, body: ReactNode) => (
    <Gate
      // A list of names needs the height.
      icon={step !== 'person' && <KeyRound />}
      title={title}
      detail={detail}
      broad={step === 'person'}
      onLanguage={onLanguage}
      foot={
        step !== 'sending' && (
          <>
            {step === 'person' && (
              <button type="button" className={css.plain} onClick={() => send({ type: 'unlisted' })}>
                {said.unlisted}
              </button>
            )}
            <button
              type="button"
              className={css.plain}
              onClick={() => (step === 'code' ? onLeave() : send({ type: 'back' }))}
            >
              {words.staff.setUp.back}
            </button>
          </>
        )
      }
    >
      {told()}
      {body}
    </Gate>
  );
  switch (step) {
    case 'code':
      return frame(
        said.code,
        said.codeDetail,
        <Line
          key="code"
          label={words.staff.setUp.codeLabel}
          was={code}
          code
          disabled={lockedFor > 0}
          onDone={(typed) => send({ type: 'code', code: typed })}
        />,
      );
    case 'person':
      return frame(
        said.person,
        said.personDetail,
        <NameList people={people} last={null} onChoose={(chosen) => send({ type: 'person', name: chosen.name })} />,
      );
    case 'name':
      return frame(
        said.name,
        said.personDetail,
        <Line
          key="name"
          label={words.staff.setUp.nameLabel}
          was=""
          onDone={(typed) => send({ type: 'person', name: typed })}
        />,
      );
    case 'pin':
      return frame(
        said.pin(name),
        words.staff.setUp.pinDetail,
        <NewPinPad key="pin" clock={clock} onChosen={(chosen) => send({ type: 'pin', pin: chosen })} />,
      );
    case 'sending':
      return frame(words.staff.setUp.sending, undefined, null);
  }

  function told() {
    const locked = step === 'code' && lockedFor > 0;
    if (!locked && state.problem === null) return null;
    return (
      // Seconds that run are not read out one by one.
      <p className={css.problem} role={locked ? 'timer' : 'alert'}>
        <CircleAlert />
        <span>{locked ? said.locked(words.counter.duration(lockedFor)) : problem()}</span>
      </p>
    );
  }

  function problem(): string {
    return state.problem === 'CODE_WRONG' ? said.codeWrong : problemWords(words, state.problem ?? '');
  }
}
