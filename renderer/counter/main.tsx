import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createCounterClient } from '../client/staff-client.ts';
import { memoryIn } from '../staff/memory.ts';
import { Broken } from '../staff/messages.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { CounterPage } from './app.tsx';
import '../ui/tokens.css';
import '../staff/page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Boundary broken={<Broken />} reloadMs={5_000}>
      <CounterPage client={createCounterClient()} memory={memoryIn(localStorage)} />
    </Boundary>
  </StrictMode>,
);
