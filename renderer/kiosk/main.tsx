import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, kioskClient } from '../client.ts';
import { steadyClock as clock } from '../clock.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Loudspeaker } from '../voice/loudspeaker.ts';
import { createVoice } from '../voice/voice.ts';
import { Kiosk } from './app.tsx';
import { OutOfOrder } from './messages.tsx';
import { takingTurns } from './taking-turns.ts';
import '../ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const connection = connect();
const { reading, calling } = takingTurns(new Loudspeaker('../sounds', window), clock);
// `?speak=1`: this kiosk calls with its own loudspeaker, for a lounge without a television. The others never load that.
const speaks = new URLSearchParams(location.search).get('speak') === '1';
const Calls = lazy(async () => {
  const { callsOver } = await import('./calls.tsx');
  return { default: callsOver(connection, calling, clock) };
});
const Letters = lazy(async () => {
  const { lettersOver } = await import('./letters/letters.tsx');
  return { default: lettersOver(connection, clock) };
});
createRoot(root).render(
  <StrictMode>
    <Boundary broken={<OutOfOrder desk={undefined} />} reloadMs={30_000}>
      <Kiosk client={kioskClient(connection)} voice={createVoice({ speaker: reading })} letters={Letters} />
      {speaks && (
        <Suspense>
          <Calls />
        </Suspense>
      )}
    </Boundary>
  </StrictMode>,
);
