import { createRoot } from 'react-dom/client';
import { JoinPage } from '../../../renderer/join/app.tsx';
import { readInvitation } from '../../../renderer/join/invitation.ts';
import { memoryIn } from '../../../renderer/staff/memory.ts';
import type { Scene } from './scenes.ts';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/staff/page.css';

/** The page on which a machine joins, with a hub of paper. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const place = element;
let root = createRoot(place);

/** Begins anew with another scene: as good as a fresh page, and much faster. */
function show({ fragment, answer, language }: Scene): void {
  root.unmount();
  root = createRoot(place);
  root.render(
    <JoinPage
      invitation={readInvitation(fragment)}
      memory={memoryIn({ getItem: () => language, setItem: () => undefined })}
      join={() => (answer === 'silence' ? new Promise(() => undefined) : Promise.resolve({ ok: false, why: answer }))}
      onJoined={() => undefined}
    />,
  );
}
// Nothing on this page waits for a time.
Object.assign(window, { show, controls: { step: () => undefined } });
