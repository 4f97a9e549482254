import type { LanState } from '../../../contract/lan.ts';
import { useWords } from '../../i18n/staff.ts';
import { inGroups } from '../machines/pairing-link.ts';
import css from './network.module.css';

/** Where machines find the hub, and whom they must find there. */
export function Addresses({ state }: { state: LanState }) {
  const { words } = useWords();
  const said = words.admin.network;
  return (
    <dl className={css.facts}>
      <div>
        <dt>{said.addresses}</dt>
        {state.addresses.map((address) => (
          <dd key={address} className={css.address}>
            {address}
          </dd>
        ))}
      </div>
      {state.fingerprint !== null && (
        <div>
          <dt>{words.admin.machines.fingerprint}</dt>
          <dd className={css.fingerprint}>{inGroups(state.fingerprint)}</dd>
        </div>
      )}
    </dl>
  );
}
