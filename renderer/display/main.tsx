import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createDisplayClient } from '../client/display-client.ts';
import { steadyClock } from '../clock.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Announcer, storedMemory } from '../voice/announcer.ts';
import { Loudspeaker } from '../voice/loudspeaker.ts';
import { settingsOf } from './address.ts';
import { Display } from './app.tsx';
import { stayAwake } from './awake.ts';
import { Unreachable } from './view.tsx';
import '../ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const settings = settingsOf(location.search);
const announcer = new Announcer({
  speaker: new Loudspeaker('../sounds', window),
  memory: storedMemory(localStorage, settings.counters?.join(',') ?? 'all'),
  clock: steadyClock,
});
stayAwake();
createRoot(root).render(
  <StrictMode>
    <Boundary broken={<Unreachable />} reloadMs={30_000}>
      <Display client={createDisplayClient()} announcer={announcer} settings={settings} />
    </Boundary>
  </StrictMode>,
);
