import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { displayClient } from '../client/display-client.ts';
import { connect, kioskClient } from '../client.ts';
import { steadyClock as clock } from '../clock.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Announcer, storedMemory } from '../voice/announcer.ts';
import { Loudspeaker } from '../voice/loudspeaker.ts';
import { createVoice } from '../voice/voice.ts';
import { Kiosk } from './app.tsx';
import { Calls } from './calls.tsx';
import { OutOfOrder } from './messages.tsx';
import { takingTurns } from './taking-turns.ts';
import '../ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const connection = connect();
const { reading, calling } = takingTurns(new Loudspeaker('../sounds', window), clock);
// `?speak=1`: this kiosk calls with its own loudspeaker, for a lounge without a television.
const speaks = new URLSearchParams(location.search).get('speak') === '1';
const announcer = speaks
  ? new Announcer({ speaker: calling, memory: storedMemory(localStorage, 'kiosk'), clock })
  : null;
createRoot(root).render(
  <StrictMode>
    <Boundary broken={<OutOfOrder desk={undefined} />} reloadMs={30_000}>
      <Kiosk client={kioskClient(connection)} voice={createVoice({ speaker: reading })} />
      {announcer !== null && <Calls client={displayClient(connection)} announcer={announcer} clock={clock} />}
    </Boundary>
  </StrictMode>,
);
