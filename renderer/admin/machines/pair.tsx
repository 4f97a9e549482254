import { useEffect, useEffectEvent, useState } from 'react';
import type { Device, Pairing } from '../../../contract/devices.ts';
import type { DeviceKind } from '../../../contract/principal.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useElapsed } from '../../staff/seconds.ts';
import { Qr } from '../../ui/qr.tsx';
import { useDesk, useTimes } from '../desk.ts';
import { Chips, Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { kinds } from './kinds.ts';
import css from './machines.module.css';
import { inGroups, pairingLink } from './pairing-link.ts';

interface Props {
  devices: readonly Device[];
  onNetwork: () => void;
  onClose: () => void;
}

/** What joins and its name, then the code for it. */
export function Pair({ devices, onNetwork, onClose }: Props) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [kind, setKind] = useState<DeviceKind>('counter');
  const [typed, setTyped] = useState<string | null>(null);
  const [offer, setOffer] = useState<{ pairing: Pairing; before: ReadonlySet<string> } | null>(null);
  const said = words.admin.machines;
  const name = typed ?? said.nextName(kind, devices.filter((device) => device.kind === kind).length + 1);
  const begin = () =>
    work.run(
      () => client.devices.beginPairing({ kind, name }),
      (pairing) => setOffer({ pairing, before: new Set(devices.map(({ id }) => id)) }),
    );
  const joined = offer === null ? undefined : devices.find(({ id }) => !offer.before.has(id));
  const greet = useEffectEvent(() => {
    if (joined === undefined) return;
    tell({ tone: 'good', text: said.joined(joined.name) });
    onClose();
  });
  const joinedId = joined?.id;
  useEffect(() => {
    if (joinedId !== undefined) greet();
  }, [joinedId]);
  if (offer !== null) {
    const end = () => {
      // A code that nobody needs dies now instead of in five minutes.
      client.devices.endPairing({}).catch(() => undefined);
      onClose();
    };
    return (
      <Dialog title={said.pairTitle(name)} detail={said.pairDetail} broad onClose={end}>
        <Offer pairing={offer.pairing} onNetwork={onNetwork} onAgain={begin} />
      </Dialog>
    );
  }
  return (
    <Dialog key="what" title={said.pair} detail={said.pairAsk} onClose={onClose}>
      <Chips
        label={said.kind}
        options={kinds.map((key) => [key, said.kinds[key]])}
        chosen={[kind]}
        onToggle={setKind}
      />
      <TextField label={said.name} hint={said.nameHint} value={name} maxLength={40} first onChange={setTyped} />
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press kind="action" disabled={name.trim() === '' || work.busy} onPress={begin}>
          {said.makeCode}
        </Press>
      </div>
    </Dialog>
  );
}

/** s; the hub's time is known to a few seconds only, and no code lives longer. */
const longest = 300;

function Offer({ pairing, onNetwork, onAgain }: { pairing: Pairing; onNetwork: () => void; onAgain: () => void }) {
  const { words } = useWords();
  const { clock } = useDesk();
  const times = useTimes();
  const elapsed = useElapsed(pairing, clock);
  const [hubNow] = useState(() => times?.hub.of(clock.now()) ?? Date.now());
  const said = words.admin.machines;
  const left = Math.max(0, Math.min(longest, Math.ceil((Date.parse(pairing.expiresAt) - hubNow) / 1000)) - elapsed);
  const link = pairingLink(pairing);
  return (
    <div className={css.offer}>
      {link !== null && left > 0 && <Qr className={css.qr ?? ''} text={link} label={said.qr} />}
      <div className={css.facts}>
        <dl>
          <dt>{said.code}</dt>
          <dd className={css.code} data-dead={left === 0 || undefined}>
            {left === 0 ? said.dead : pairing.code}
          </dd>
        </dl>
        {left > 0 ? (
          <p className={css.left} role="timer">
            {said.left(words.counter.duration(left))}
          </p>
        ) : (
          <Press kind="action" onPress={onAgain}>
            {said.newCode}
          </Press>
        )}
        {pairing.addresses.length > 0 && (
          <dl>
            <dt>{said.address}</dt>
            {pairing.addresses.slice(0, 2).map((address) => (
              <dd key={address} className={css.address}>
                {address}
              </dd>
            ))}
          </dl>
        )}
        {pairing.fingerprint === null ? (
          <div className={css.warning}>
            <p>{said.noNetwork}</p>
            <Press onPress={onNetwork}>{said.toNetwork}</Press>
          </div>
        ) : (
          <dl>
            <dt>{said.fingerprint}</dt>
            <dd className={css.fingerprint}>{inGroups(pairing.fingerprint)}</dd>
            <dd className={css.note}>{said.fingerprintNote}</dd>
          </dl>
        )}
      </div>
    </div>
  );
}
