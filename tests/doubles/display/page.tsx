import { createRoot } from 'react-dom/client';
import { steadyClock } from '../../../renderer/clock.ts';
import { settingsOf } from '../../../renderer/display/address.ts';
import { Display } from '../../../renderer/display/app.tsx';
import { Announcer, storedMemory } from '../../../renderer/voice/announcer.ts';
import { Loudspeaker } from '../../../renderer/voice/loudspeaker.ts';
import { standInHub } from '../../pictures/display/stand-in.ts';
import { type Day, layOutDay } from './day.ts';
import { silentAudio } from './silent-audio.ts';
import { virtualClock } from './virtual-clock.ts';
import '../../../renderer/ui/tokens.css';

/** The display as it is shipped, with a hub in the page: by the minute with `lounge`, by the hour with `day`. */
declare global {
  interface Window {
    lounge: Pick<ReturnType<typeof standInHub>, 'say' | 'link' | 'reports' | 'shelve' | 'unplayable'>;
    day: Day;
  }
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const hub = standInHub();
const isDay = location.hash === '#day';
const virtual = virtualClock();
const audio = silentAudio(virtual);
if (isDay) Object.assign(window, { AudioContext: audio.Context, fetch: audio.fetch });
const clock = isDay ? virtual : steadyClock;
const announcer = new Announcer({
  speaker: new Loudspeaker('/sounds', window),
  memory: storedMemory(localStorage, 'all'),
  clock,
});
window.lounge = hub;
window.day = layOutDay({ clock: virtual, hub, spoken: audio.spoken });
createRoot(place).render(
  <Display client={hub.client} announcer={announcer} settings={settingsOf(location.search)} clock={clock} />,
);
