import { CircleAlert, Delete } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MaintenanceDoor } from '../../contract/maintenance.ts';
import { useMaintenanceWords } from '../i18n/maintenance.ts';
import { type MaintenanceClient, refusalOf } from './client.ts';
import css from './maintenance.module.css';

interface Props {
  client: Pick<MaintenanceClient, 'unlock'>;
  door: MaintenanceDoor;
  onOpen: () => void;
}

const length = 6;

/** Six digits, sent by themselves when the sixth is there. */
export function PinPage({ client, door, onOpen }: Props) {
  const { words } = useMaintenanceWords();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<'wrong' | 'failed' | null>(null);
  const [wait, setWait] = useState(door.waitSeconds);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const closed = wait > 0 || pin.length === length;
  const type = (digit: string) => {
    if (closed) return;
    const next = pin + digit;
    setPin(next);
    if (next.length < length) return;
    client.unlock({ pin: next }).then(onOpen, (error: unknown) => {
      const { code, retrySeconds } = refusalOf(error);
      setPin('');
      setProblem(code === 'UNREACHABLE' ? 'failed' : 'wrong');
      setWait(retrySeconds);
    });
  };
  const erase = () => setPin(pin.length === length ? pin : pin.slice(0, -1));
  useEffect(() => {
    const hear = ({ key, ctrlKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || altKey) return;
      if (/^\d$/.test(key)) type(key);
      else if (key === 'Backspace') erase();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
  if (!door.isPinSet)
    return (
      <section className={css.question}>
        <h1>{words.pin.unset}</h1>
        <p className={css.detail}>{words.pin.unsetDetail}</p>
      </section>
    );
  return (
    <section className={css.question}>
      <h1>{words.pin.title}</h1>
      <p className={css.digits} data-testid="digits">
        {Array.from({ length }, (_, place) => (
          <span key={place} data-filled={place < pin.length || undefined} />
        ))}
      </p>
      <p className={css.problem} role="alert">
        {(problem !== null || wait > 0) && (
          <>
            <CircleAlert aria-hidden="true" />
            {[problem === null ? '' : words.pin[problem], wait > 0 ? words.pin.wait(wait) : ''].join(' ').trim()}
          </>
        )}
      </p>
      <div className={css.pad}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'].map((digit) =>
          digit === '' ? (
            <span key="gap" />
          ) : (
            <button key={digit} type="button" className={css.key} disabled={closed} onClick={() => type(digit)}>
              {digit}
            </button>
          ),
        )}
        <button type="button" className={css.key} aria-label={words.pin.erase} onClick={erase}>
          <Delete aria-hidden="true" />
        </button>
      </div>
    </section>
  );
}
