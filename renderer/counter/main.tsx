import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createCounterClient } from '../client/staff-client.ts';
import { CounterPage } from './app.tsx';
import { Boundary } from './boundary.tsx';
import { memoryIn } from './memory.ts';
import '../ui/tokens.css';
import './page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <CounterPage client={createCounterClient()} memory={memoryIn(localStorage)} />
    </Boundary>
  </StrictMode>,
);
