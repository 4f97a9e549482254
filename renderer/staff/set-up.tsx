import { CircleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useReducer } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { Gate } from './gate.tsx';
import { Line } from './line.tsx';
import { NewPinPad } from './new-pin-pad.tsx';
import { codeOf, problemWords } from './problem-words.ts';
import { firstStep, setUp, setUpSteps } from './set-up-flow.ts';

interface Props {
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  onLanguage: () => void;
}

/** The first start of a lounge; afterwards this screen never comes again. */
export function SetUpScreen({ client, clock, onLanguage }: Props) {
  const { words } = useWords();
  const [state, send] = useReducer(setUp, firstStep);
  const said = words.staff.setUp;
  const { code, name, pin, maintenancePin } = state;
  const sending = state.step === 'sending';
  useEffect(() => {
    if (!sending) return;
    client.staff
      .setUp({ code, name, pin, maintenancePin })
      .catch((error: unknown) => send({ type: 'refused', code: codeOf(error) }));
  }, [sending, client, code, name, pin, maintenancePin]);

  const frame = (title: string, detail: string | undefined, body: ReactNode) => {
    const at = setUpSteps.findIndex((step) => step === state.step);
    return (
      <Gate
        title={title}
        detail={detail}
        step={at < 0 ? said.title : `${said.title} · ${said.step(at + 1, setUpSteps.length)}`}
        onLanguage={onLanguage}
        foot={
          at > 0 ? (
            <button type="button" className={css.plain} onClick={() => send({ type: 'back' })}>
              {said.back}
            </button>
          ) : undefined
        }
      >
        {state.problem !== null && (
          <p className={css.problem} role="alert">
            <CircleAlert />
            {problemWords(words, state.problem)}
          </p>
        )}
        {body}
      </Gate>
    );
  };
  switch (state.step) {
    case 'code':
      return frame(
        said.code,
        said.codeDetail,
        <Line
          key="code"
          label={said.codeLabel}
          was={state.code}
          code
          onDone={(code) => send({ type: 'code', code })}
        />,
      );
    case 'name':
      return frame(
        said.name,
        said.nameDetail,
        <Line key="name" label={said.nameLabel} was={state.name} onDone={(name) => send({ type: 'name', name })} />,
      );
    case 'pin':
      return frame(
        said.pin,
        said.pinDetail,
        <NewPinPad key="pin" clock={clock} onChosen={(pin) => send({ type: 'pin', pin })} />,
      );
    case 'maintenance':
      return frame(
        said.maintenance,
        said.maintenanceDetail,
        <NewPinPad key="maintenance" clock={clock} onChosen={(pin) => send({ type: 'pin', pin })} />,
      );
    case 'sending':
      return frame(said.sending, undefined, null);
  }
}
