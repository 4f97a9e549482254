import { useMemo, useState } from 'react';
import type { CounterClient, CounterInfo } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { useLive } from '../live.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import css from '../staff/gate.module.css';
import { Gate } from '../staff/gate.tsx';
import { codeOf, problemWords } from '../staff/problem-words.ts';
import type { Person } from '../staff/session.ts';
import { useAsked } from '../staff/use-asked.ts';
import { holderName } from './words.ts';

interface Props {
  client: CounterClient;
  clock: Clock;
  person: Person;
  onChosen: (counterId: string) => void;
  onLanguage: () => void;
}

/** Where one works today. A counter that nobody holds opens at once; another's is taken over only when said so. */
export function Choose({ client, clock, person, onChosen, onLanguage }: Props) {
  const { words } = useWords();
  const { value: counters } = useAsked(client.counters.list, clock);
  const [taking, setTaking] = useState<{ id: string; holder: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { choose, elsewhere } = words.counter;
  const open = (counterId: string, takeOver: boolean) => {
    setTaking(null);
    client.counters.open({ counterId, takeOver }).then(
      () => onChosen(counterId),
      (error: unknown) => setProblem(codeOf(error)),
    );
  };
  return (
    <Gate
      title={choose.title}
      detail={person.name}
      broad
      onLanguage={onLanguage}
      foot={
        <button
          type="button"
          className={css.plain}
          onClick={() => void client.staff.signOut({}).catch((error: unknown) => setProblem(codeOf(error)))}
        >
          {words.counter.menu.signOut}
        </button>
      }
    >
      {problem !== null && (
        <p className={css.problem} role="alert">
          {problemWords(words, problem)}
        </p>
      )}
      {counters?.length === 0 && <p className={css.detail}>{choose.none}</p>}
      <ul className={css.choices}>
        {counters?.map((counter) => (
          <li key={counter.id}>
            <CounterCard
              counter={counter}
              client={client}
              onFree={() => open(counter.id, false)}
              onMine={() => onChosen(counter.id)}
              onHeld={(holder) => setTaking({ id: counter.id, holder })}
            />
          </li>
        ))}
      </ul>
      {taking !== null && (
        <Dialog title={elsewhere.askTitle(taking.holder)} detail={elsewhere.askDetail} onClose={() => setTaking(null)}>
          <Options>
            <Option nth={1} label={elsewhere.askYes} onChoose={() => open(taking.id, true)} />
            <Option nth={2} label={words.common.no} onChoose={() => setTaking(null)} />
          </Options>
        </Dialog>
      )}
    </Gate>
  );
}

interface CardProps {
  counter: CounterInfo;
  client: CounterClient;
  onFree: () => void;
  onMine: () => void;
  onHeld: (holder: string) => void;
}

/** Who holds a counter is told to staff only, and changes while one looks: each card follows its own counter. */
function CounterCard({ counter, client, onFree, onMine, onHeld }: CardProps) {
  const { words, pick } = useWords();
  const watch = useMemo(() => client.counters.watch(counter.id), [client, counter.id]);
  const { value } = useLive(watch);
  const { choose, states } = words.counter;
  const holder = value?.holder ?? null;
  const free = value === undefined ? counter.state === 'closed' : holder === null;
  const mine = value?.mine === true && !free;
  const name = value === undefined ? '' : holderName(words, value);
  return (
    <button
      type="button"
      className={css.choice}
      data-tall
      disabled={value === undefined}
      onClick={() => (mine ? onMine() : free ? onFree() : onHeld(name))}
    >
      <span className={css.choiceName}>{pick(counter.name)}</span>
      <span className={css.badge} data-tone={free || mine ? 'good' : 'warning'}>
        {mine ? choose.mine : free ? choose.free : choose.held(name)}
      </span>
      <span className={css.choiceNote}>
        {states[value?.counter.state ?? counter.state]}
        {value !== undefined && value.waiting > 0 && ` · ${words.wait.waiting(value.waiting)}`}
      </span>
    </button>
  );
}
