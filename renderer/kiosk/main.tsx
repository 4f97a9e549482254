import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../client.ts';
import { createVoice } from '../voice/voice.ts';
import { Kiosk } from './app.tsx';
import { Boundary } from './boundary.tsx';
import '../ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <Kiosk client={createClient()} voice={createVoice()} />
    </Boundary>
  </StrictMode>,
);
