import { CircleAlert, LoaderCircle, WifiOff } from 'lucide-react';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { Gate } from './gate.tsx';

export function Broken() {
  const { words } = useWords();
  return (
    <Gate icon={<CircleAlert />} title={words.counter.broken.title} detail={words.counter.broken.detail}>
      {null}
    </Gate>
  );
}

/** Before the hub has said anything. `down`: it has been tried for a while. */
export function Connecting({ down }: { down: boolean }) {
  const { words } = useWords();
  const { offline } = words.counter;
  return down ? (
    <Gate icon={<WifiOff />} title={offline.title} detail={offline.detail}>
      {null}
    </Gate>
  ) : (
    <Gate icon={<LoaderCircle />} title={offline.first}>
      {null}
    </Gate>
  );
}

/** The link is gone, and the screen below shows what was known. */
export function OfflineBand() {
  const { words } = useWords();
  return (
    <p className={css.offline} role="status">
      <WifiOff />
      <span>
        <strong>{words.counter.offline.title}.</strong> {words.counter.offline.detail}
      </span>
    </p>
  );
}
