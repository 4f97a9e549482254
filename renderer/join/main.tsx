import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { JoinPage } from './app.tsx';
import { join } from './ask.ts';
import '../ui/tokens.css';
import '../staff/page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <JoinPage join={join} onJoined={(page) => location.replace(page)} />
  </StrictMode>,
);
