import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { memoryIn } from '../staff/memory.ts';
import { JoinPage } from './app.tsx';
import { join } from './ask.ts';
import { readInvitation } from './invitation.ts';
import '../ui/tokens.css';
import '../staff/page.css';

const invitation = readInvitation(location.hash);
// Before anything is asked of the hub, and so that neither history nor a bookmark keeps the code.
if (location.hash !== '') history.replaceState(null, '', location.pathname);
// Another code that is scanned into the open page only changes the fragment.
window.addEventListener('hashchange', () => location.reload());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <JoinPage
      invitation={invitation}
      memory={memoryIn(localStorage)}
      join={join}
      onJoined={(page) => location.replace(page)}
    />
  </StrictMode>,
);
