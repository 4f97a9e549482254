import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adminClient, connectPage } from '../client/admin-client.ts';
import { memoryIn } from '../staff/memory.ts';
import { Broken } from '../staff/messages.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { AdminPage } from './app.tsx';
import { statisticsClient } from './statistics/client.ts';
import { Statistics } from './statistics/statistics.tsx';
import '../ui/tokens.css';
import '../staff/page.css';
import './page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const connection = connectPage();
createRoot(root).render(
  <StrictMode>
    <Boundary broken={<Broken />} reloadMs={5_000}>
      <AdminPage
        client={adminClient(connection)}
        memory={memoryIn(localStorage)}
        statistics={<Statistics client={statisticsClient(connection)} />}
      />
    </Boundary>
  </StrictMode>,
);
