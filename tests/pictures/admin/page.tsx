import { createRoot } from 'react-dom/client';
import { AdminPage } from '../../../renderer/admin/app.tsx';
import { memoryIn } from '../../../renderer/staff/memory.ts';
import { pushedClock } from '../kiosk/stand-in.ts';
import { type Scene, standInClient } from './stand-in.ts';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/staff/page.css';
import '../../../renderer/admin/page.css';

/** The product's screens with a hub of paper. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
let root = createRoot(element);

const page = window as unknown as {
  show: (scene: Scene) => void;
  controls: { step(ms: number): void; lose(): void };
};

/** Begins anew with another scene: as good as a fresh page, and much faster. */
page.show = (scene) => {
  root.unmount();
  const clock = pushedClock();
  const { client, lose } = standInClient(scene);
  page.controls = { step: (ms) => clock.step(ms), lose };
  const kept = new Map<string, string>(Object.entries(scene.kept));
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
  history.replaceState(null, '', `#${scene.page}`);
  root = createRoot(element);
  root.render(<AdminPage client={client} memory={memoryIn(storage)} clock={clock} statistics={null} />);
};
