import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adminClient, connectPage } from '../client/admin-client.ts';
import { Boundary } from '../counter/boundary.tsx';
import { memoryIn } from '../counter/memory.ts';
import { AdminPage } from './app.tsx';
import { statisticsClient } from './statistics/client.ts';
import { Statistics } from './statistics/statistics.tsx';
import '../ui/tokens.css';
import './page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const connection = connectPage();
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <AdminPage
        client={adminClient(connection)}
        memory={memoryIn(localStorage)}
        statistics={<Statistics client={statisticsClient(connection)} />}
      />
    </Boundary>
  </StrictMode>,
);
