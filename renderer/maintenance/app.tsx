import { LogOut } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { MachineAct, MaintenanceDoor } from '../../contract/maintenance.ts';
import { type Language, LanguageContext } from '../i18n/index.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import { usePressed } from '../ui/pressed.ts';
import type { MaintenanceClient } from './client.ts';
import { Home } from './home.tsx';
import { LogPage } from './log-page.tsx';
import css from './maintenance.module.css';
import { PinPage } from './pin-page.tsx';
import { RestorePage } from './restore-page.tsx';
import { SurePage } from './sure-page.tsx';
import { TestPage } from './test-page.tsx';

type Place = 'pin' | 'home' | 'restore' | 'log' | 'test' | { readonly sure: MachineAct };

/** How often the machine hears that somebody is at work, ms; it closes the screen after two minutes of silence. */
const stayEachMs = 10_000;

/** A machine's own screen for a technician: the PIN first, and back to the kiosk from everywhere. */
export function MaintenanceApp({ client }: { client: MaintenanceClient }) {
  const [language, setLanguage] = useState<Language>('id');
  const [place, setPlace] = useState<Place>('pin');
  const [door, setDoor] = useState<MaintenanceDoor | null>(null);
  usePressed();
  useEffect(() => {
    void client.door().then(setDoor, () => undefined);
  }, [client]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const inside = place !== 'pin';
  useEffect(() => {
    if (!inside) return;
    let said = 0;
    const stop = new AbortController();
    const stay = ({ timeStamp }: Event) => {
      if (timeStamp - said < stayEachMs) return;
      said = timeStamp;
      void client.stay().catch(() => undefined);
    };
    for (const type of ['pointerdown', 'keydown'] as const)
      document.addEventListener(type, stay, { signal: stop.signal });
    return () => stop.abort();
  }, [client, inside]);
  const home = () => setPlace('home');
  return (
    <LanguageContext value={language}>
      <Frame
        onLeave={() => void client.leave().catch(() => undefined)}
        onLanguage={() => setLanguage(language === 'id' ? 'en' : 'id')}
      >
        {place === 'pin' && door !== null && <PinPage client={client} door={door} onOpen={home} />}
        {place === 'home' && <Home client={client} onGo={setPlace} onAct={(sure) => setPlace({ sure })} />}
        {place === 'log' && <LogPage client={client} onBack={home} />}
        {place === 'test' && <TestPage client={client} onBack={home} />}
        {place === 'restore' && <RestorePage client={client} onBack={home} />}
        {typeof place === 'object' && <SurePage client={client} act={place.sure} onBack={home} />}
      </Frame>
    </LanguageContext>
  );
}

interface FrameProps {
  onLeave: () => void;
  onLanguage: () => void;
  children: ReactNode;
}

function Frame({ onLeave, onLanguage, children }: FrameProps) {
  const { words } = useMaintenanceWords();
  return (
    <div className={css.frame}>
      <header className={css.header}>
        <h1 className={css.name}>{words.title}</h1>
        <button type="button" className={css.plain} onClick={onLanguage}>
          {words.otherLanguage}
        </button>
        <button type="button" className={css.plain} onClick={onLeave}>
          <LogOut aria-hidden="true" />
          {words.leave}
        </button>
      </header>
      <main className={css.main} data-scroll>
        {children}
      </main>
    </div>
  );
}
