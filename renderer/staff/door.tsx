import type { StaffSession } from '../../contract/staff.ts';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { Locked } from './locked.tsx';
import type { Memory } from './memory.ts';
import { Connecting } from './messages.tsx';
import type { DoorScreen } from './session.ts';
import { SetUpScreen } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';

interface Props {
  screen: DoorScreen;
  session: StaffSession | undefined;
  /** The hub has been out of reach for a while. */
  down: boolean;
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  memory: Memory;
  onLanguage: () => void;
}

/** What stands between a machine of staff and its work: the hub, the set-up, the sign-in, the lock. */
export function Door({ screen, session, down, client, clock, memory, onLanguage }: Props) {
  switch (screen.name) {
    case 'connecting':
      return <Connecting down={down} />;
    case 'setUp':
      return <SetUpScreen client={client} clock={clock} onLanguage={onLanguage} />;
    case 'signIn':
      return (
        <SignIn
          client={client}
          clock={clock}
          memory={memory}
          lockedSeconds={session?.deviceLockedSeconds ?? null}
          onLanguage={onLanguage}
        />
      );
    case 'locked':
      return session === undefined ? null : (
        <Locked client={client} clock={clock} session={session} person={screen.person} />
      );
  }
}
