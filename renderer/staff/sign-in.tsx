import { CircleCheck, CircleUser } from 'lucide-react';
import { useState } from 'react';
import type { CounterClient, PersonName } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { Gate } from './gate.tsx';
import type { Memory } from './memory.ts';
import { NameList } from './name-list.tsx';
import { pinProblem } from './pin-entry.ts';
import { PinPad } from './pin-pad.tsx';
import { RecoveryScreen } from './recovery.tsx';
import { useAsked } from './use-asked.ts';

interface Props {
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  memory: Memory;
  lockedSeconds: number | null;
  onLanguage: () => void;
}

/** Who sits down here: a name, then its PIN, or a code when that PIN is lost. */
export function SignIn({ client, clock, memory, lockedSeconds, onLanguage }: Props) {
  const { words } = useWords();
  const [chosen, setChosen] = useState<PersonName | null>(null);
  const [recovering, setRecovering] = useState(false);
  /** Whose PIN has just been made anew. */
  const [fresh, setFresh] = useState<string | null>(null);
  const { value: people } = useAsked(client.staff.people, clock);
  const { signIn } = words.staff;
  const enter = ({ id }: PersonName, pin: string) =>
    client.staff.signIn({ personId: id, pin }).then(() => memory.keepPerson(id));
  const lost = (
    <button type="button" className={css.quiet} onClick={() => setRecovering(true)}>
      {signIn.lost}
    </button>
  );
  if (recovering) {
    return (
      <RecoveryScreen
        {...{ client, clock, people, lockedSeconds, onLanguage }}
        person={chosen}
        onLeave={() => setRecovering(false)}
        onRecovered={(person, pin) => {
          // When the link is lost just now, say: the PIN is good already, and they type it themselves.
          enter(person, pin).catch(() => {
            setChosen(person);
            setFresh(person.id);
            setRecovering(false);
          });
        }}
      />
    );
  }
  if (chosen === null) {
    return (
      <Gate title={signIn.who} broad onLanguage={onLanguage} foot={lost}>
        <NameList people={people} last={memory.person()} onChoose={setChosen} />
      </Gate>
    );
  }
  return (
    <Gate
      icon={<CircleUser />}
      title={chosen.name}
      detail={signIn.pin}
      onLanguage={onLanguage}
      foot={
        <>
          <button type="button" className={css.plain} onClick={() => setChosen(null)}>
            {signIn.other}
          </button>
          {lost}
        </>
      }
    >
      {fresh === chosen.id && (
        <p className={css.good} role="status">
          <CircleCheck />
          {signIn.fresh}
        </p>
      )}
      <PinPad
        key={chosen.id}
        clock={clock}
        lockedSeconds={lockedSeconds}
        onPin={(pin) =>
          enter(chosen, pin).then(
            () => null,
            (error: unknown) => pinProblem(error, clock.now()),
          )
        }
      />
    </Gate>
  );
}
