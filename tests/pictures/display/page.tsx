import { createRoot } from 'react-dom/client';
import { Display } from '../../../renderer/display/app.tsx';
import { Announcer } from '../../../renderer/voice/announcer.ts';
import { pushedClock } from '../kiosk/stand-in.ts';
import { posterOf } from './posters.ts';
import { pageMemory, type Scene, standInHub } from './stand-in.ts';
import '../../../renderer/ui/tokens.css';

/** The display's picture with a hub of paper and a loudspeaker that never ends. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const place = element;
let root = createRoot(place);

/** Begins anew with another scene: as good as a fresh page, and much faster. */
function show(scene: Scene): void {
  root.unmount();
  const clock = pushedClock();
  const hub = standInHub();
  const { snapshot, sound, language, counters, announcing, media } = scene;
  const heard = { callSeq: announcing ? 0 : 1_000_000, newest: Date.parse('2026-11-25T00:00:00+07:00') };
  const announcer = new Announcer({
    speaker: {
      sound,
      open: () => Promise.resolve(),
      play: () => new Promise(() => undefined),
      watch: () => () => undefined,
    },
    memory: pageMemory(heard),
    clock,
  });
  if (snapshot !== null) hub.say(snapshot);
  hub.shelve(media);
  hub.link(scene.up);
  Object.assign(window, { controls: { step: (ms: number) => clock.step(ms) } });
  root = createRoot(place);
  root.render(
    <Display
      client={hub.client}
      announcer={announcer}
      settings={{ counters, language }}
      clock={clock}
      addressOf={posterOf}
    />,
  );
}
Object.assign(window, { show });
