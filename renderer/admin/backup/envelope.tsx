import './envelope.css';
import { createPortal } from 'react-dom';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { useTimes } from '../desk.ts';

interface Props {
  office: string;
  recoveryKey: string;
  fingerprint: string;
}

/** The sheet that goes into the envelope: on no screen, and on paper alone while the key is shown. */
export function EnvelopeSheet({ office, recoveryKey, fingerprint }: Props) {
  const { words } = useBackupWords();
  const times = useTimes();
  const said = words.sheet;
  return createPortal(
    <div className="envelope-sheet">
      <div>
        <h1>{said.title}</h1>
        <p>
          {said.of}: <strong>{office}</strong>
        </p>
      </div>
      <p className="envelope-secret">{said.secret}</p>
      <ol className="envelope-groups">
        {recoveryKey.split('-').map((group, at) => (
          <li key={said.group(at + 1)}>
            <small>{said.group(at + 1)}</small>
            {group}
          </li>
        ))}
      </ol>
      <p>
        {said.print}: {fingerprint}
        {times !== null && (
          <>
            <br />
            {said.made}: {times.say.longDate}
          </>
        )}
      </p>
      <ol className="envelope-rules">
        {said.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <div className="envelope-hands">
        {[said.handed, said.taken].map((hand) => (
          <div key={hand}>
            <p>{hand}</p>
            <span>{said.sign}</span>
          </div>
        ))}
      </div>
    </div>,
    document.body,
  );
}
