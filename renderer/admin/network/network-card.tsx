import { CircleAlert, CircleCheck, Power } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LanInterface, LanState } from '../../../contract/lan.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { NumberField, Press, SelectField, Switch } from '../parts/controls.tsx';
import { Badge, Card, Fields, Waiting } from '../parts/frame.tsx';
import { useList, useWork } from '../use-work.ts';
import css from './network.module.css';
import { beginNetwork, isWhole, type NetworkDraft, networkChanged } from './network-draft.ts';

/** ms; a cable that is plugged in shows by itself. */
const everyMs = 5_000;

/** The lounge's own network: on or off, where, and on which port. */
export function NetworkCard() {
  const { words } = useWords();
  const { client, guard, tell } = useDesk();
  const { value: state, again } = useList(client.lan.get, everyMs);
  const { value: interfaces } = useList(client.lan.interfaces, everyMs);
  const work = useWork();
  const [typed, setTyped] = useState<NetworkDraft | null>(null);
  const said = words.admin.network;
  const changed = state !== undefined && typed !== null && networkChanged(typed, state);
  useEffect(() => {
    guard(changed);
    return () => guard(false);
  }, [changed, guard]);
  if (state === undefined || interfaces === undefined) {
    return (
      <Card title={said.setting}>
        <Waiting />
      </Card>
    );
  }
  const draft = typed ?? beginNetwork(state, interfaces);
  const save = () => {
    const { enabled, interface: name, port } = draft;
    if (name === null || port === null) return;
    work.run(
      () => client.lan.set({ enabled, interface: name, port }),
      ({ running }) => {
        setTyped(null);
        again();
        tell({ tone: 'good', text: !enabled ? said.nowOff : running ? said.nowOn : said.soonOn });
      },
    );
  };
  return (
    <Card title={said.setting} tools={<StateBadge state={state} />}>
      <Switch
        label={said.on}
        hint={said.onNote}
        on={draft.enabled}
        onChange={(enabled) => setTyped({ ...draft, enabled })}
      />
      <NetworkFields draft={draft} interfaces={interfaces} onChange={setTyped} />
      {state.problem !== null && <p className={css.problem}>{said.problems[state.problem]}</p>}
      {changed && (
        <div className={css.save}>
          <p className={css.told}>{draft.enabled ? said.consequence : said.consequenceOff}</p>
          <Press onPress={() => setTyped(null)}>{words.admin.form.discard}</Press>
          <Press kind="action" disabled={!isWhole(draft) || work.busy} onPress={save}>
            {words.admin.form.save}
          </Press>
        </div>
      )}
    </Card>
  );
}

function StateBadge({ state }: { state: LanState }) {
  const { words } = useWords();
  const said = words.admin.network;
  if (state.running) {
    return (
      <Badge tone="good" icon={<CircleCheck />}>
        {said.running}
      </Badge>
    );
  }
  return state.enabled ? (
    <Badge tone="danger" icon={<CircleAlert />}>
      {said.stuck}
    </Badge>
  ) : (
    <Badge tone="calm" icon={<Power />}>
      {said.off}
    </Badge>
  );
}

interface FieldsProps {
  draft: NetworkDraft;
  interfaces: readonly LanInterface[];
  onChange: (draft: NetworkDraft) => void;
}

function NetworkFields({ draft, interfaces, onChange }: FieldsProps) {
  const { words } = useWords();
  const said = words.admin.network;
  const known = interfaces.some(({ name }) => name === draft.interface);
  return (
    <Fields>
      <SelectField
        label={said.interface}
        value={draft.interface ?? ''}
        hint={interfaces.length === 0 ? said.noInterface : undefined}
        options={[
          ...(draft.interface !== null && !known ? [[draft.interface, said.gone(draft.interface)] as const] : []),
          ...interfaces.map(({ name, address }) => [name, `${name} · ${address}`] as const),
        ]}
        onChange={(name) => onChange({ ...draft, interface: name })}
      />
      <NumberField
        label={said.port}
        value={draft.port}
        least={1024}
        most={65_535}
        hint={said.portNote}
        onChange={(port) => onChange({ ...draft, port })}
      />
    </Fields>
  );
}
