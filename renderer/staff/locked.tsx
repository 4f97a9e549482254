import { LockKeyhole, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { StaffSession } from '../../contract/staff.ts';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog, Option, Options } from './dialog.tsx';
import css from './gate.module.css';
import { Gate } from './gate.tsx';
import { pinProblem } from './pin-entry.ts';
import { PinPad } from './pin-pad.tsx';
import { useElapsed } from './seconds.ts';
import type { Person } from './session.ts';

interface Props {
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  session: StaffSession;
  person: Person;
}

/** The number and its timer stay; the line and everything else is gone until the PIN is right. */
export function Locked({ client, clock, session, person }: Props) {
  const { words } = useWords();
  const [leaving, setLeaving] = useState(false);
  const elapsed = useElapsed(session, clock);
  const { locked } = words.staff;
  const { counter } = session;
  return (
    <Gate
      icon={<LockKeyhole />}
      title={locked.title}
      detail={locked.detail(person.name)}
      aside={
        counter?.number != null && (
          <div className={css.lockedNumber}>
            <p className={css.lockedLabel}>{counter.servingSeconds === null ? locked.called : locked.serving}</p>
            <p className={css.lockedTicket}>{counter.number}</p>
            {counter.servingSeconds !== null && (
              <p className={css.lockedTimer}>{words.counter.duration(counter.servingSeconds + elapsed)}</p>
            )}
          </div>
        )
      }
      foot={
        <button type="button" className={css.plain} onClick={() => setLeaving(true)}>
          <UserRoundPlus />
          {locked.other}
        </button>
      }
    >
      <PinPad
        clock={clock}
        lockedSeconds={session.deviceLockedSeconds}
        onPin={(pin) =>
          client.staff.unlock({ pin }).then(
            () => null,
            (error: unknown) => pinProblem(error, clock.now()),
          )
        }
      />
      {leaving && (
        <Dialog
          title={locked.otherTitle(person.name)}
          detail={counter == null ? undefined : counter.number === null ? locked.otherCloses : locked.otherDetail}
          onClose={() => setLeaving(false)}
        >
          <Options>
            <Option
              nth={1}
              label={locked.otherYes}
              onChoose={() => {
                setLeaving(false);
                client.staff.signOut({}).catch(() => undefined);
              }}
            />
            <Option nth={2} label={locked.otherNo} onChoose={() => setLeaving(false)} />
          </Options>
        </Dialog>
      )}
    </Gate>
  );
}
