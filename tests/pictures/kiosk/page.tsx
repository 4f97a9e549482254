import { Info } from 'lucide-react';
import { createRoot } from 'react-dom/client';
import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import { Kiosk } from '../../../renderer/kiosk/app.tsx';
import { type Feature, features } from '../../../renderer/kiosk/features.ts';
import { lettersWith } from '../../../renderer/kiosk/letters/letters.tsx';
import { standardPreferences } from '../../../renderer/kiosk/preferences.ts';
import { pushedClock, type Scene, standInClient, standInLetters } from './stand-in.ts';
import '../../../renderer/ui/tokens.css';

/** The product's screens with a hub of paper. Never part of the product's bundle. */

/** Features of later work, to see the home screen with them. */
const later: readonly Feature[] = [
  { id: 'terms', icon: Info, title: () => 'Syarat dan waktu layanan', detail: () => 'Dokumen, lama, biaya' },
];

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
let root = createRoot(element);

/** The device's own look is what a picture wants to see. */
function ownLook(lounge: LoungeSnapshot, { highContrast, text, lowered }: Scene['preferences']): LoungeSnapshot {
  const { defaults } = lounge;
  return {
    ...lounge,
    defaults: {
      highContrast: highContrast ?? defaults.highContrast,
      text: text ?? defaults.text,
      lowered: lowered ?? defaults.lowered,
    },
  };
}

/** Begins anew with another scene: as good as a fresh page, and much faster. */
window.show = (scene) => {
  window.scene = scene;
  root.unmount();
  const clock = pushedClock();
  const newest = { lounge: scene.lounge && ownLook(scene.lounge, scene.preferences) };
  const { client, tell } = standInClient(scene, newest);
  window.controls = {
    step: (ms) => clock.step(ms),
    lounge(change) {
      if (newest.lounge === null) return;
      newest.lounge = { ...newest.lounge, ...change };
      tell(newest.lounge);
    },
  };
  root = createRoot(element);
  root.render(
    <Kiosk
      client={client}
      voice={{ say: () => undefined, stop: () => undefined, available: () => true }}
      clock={clock}
      letters={lettersWith(standInLetters(scene), clock, () => crypto.randomUUID())}
      features={scene.manyFeatures ? [...features, ...later] : features}
      defaults={{ ...standardPreferences, ...scene.preferences }}
    />,
  );
};
