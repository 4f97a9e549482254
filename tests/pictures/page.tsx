import { FileText, Info, SearchCheck } from 'lucide-react';
import { createRoot } from 'react-dom/client';
import { Kiosk } from '../../renderer/kiosk/app.tsx';
import { type Feature, features } from '../../renderer/kiosk/features.ts';
import { standardPreferences } from '../../renderer/kiosk/preferences.ts';
import { pushedClock, standInClient } from './stand-in.ts';
import '../../renderer/ui/tokens.css';

/** The product's screens with a hub of paper. Never part of the product's bundle. */

const { scene } = window;
const clock = pushedClock();
const newest = { lounge: scene.lounge };
const { client, tell } = standInClient(scene, newest);

/** Features of later work, to see the home screen with them. */
const later: readonly Feature[] = [
  { id: 'letters', icon: FileText, title: () => 'Ajukan surat', detail: () => '23 jenis surat, gratis' },
  { id: 'track', icon: SearchCheck, title: () => 'Cek nomor atau surat saya', detail: () => 'Pindai atau ketik kode' },
  { id: 'terms', icon: Info, title: () => 'Syarat dan waktu layanan', detail: () => 'Dokumen, lama, biaya' },
];

window.controls = {
  step: (ms) => clock.step(ms),
  lounge(change) {
    if (newest.lounge === null) return;
    newest.lounge = { ...newest.lounge, ...change };
    tell(newest.lounge);
  },
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <Kiosk
    client={client}
    voice={{ say: () => undefined, stop: () => undefined, available: () => true }}
    clock={clock}
    features={scene.manyFeatures ? [...features, ...later] : features}
    defaults={{ ...standardPreferences, ...scene.preferences }}
  />,
);
