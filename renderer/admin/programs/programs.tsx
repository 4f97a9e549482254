import { Blocks, CircleCheck, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Integration } from '../../../contract/integrations.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Empty, PageFrame, Stack, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList } from '../use-work.ts';
import { AddProgram } from './add-program.tsx';
import { descriptionAddress } from './asks.ts';
import { ProgramSheet } from './program-sheet.tsx';
import css from './programs.module.css';

/** ms; a program that begins to ask shows by itself. */
const everyMs = 5_000;

/** Programs of others that ask over REST, each with a token for what it may do. */
export function ProgramsPage({ onNetwork }: { onNetwork: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: programs, again } = useList(client.integrations.list, everyMs);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const said = words.admin.programs;
  const program = programs?.find(({ id }) => id === chosen);
  const add = (
    <Press kind="action" icon={<Plus />} onPress={() => setAdding(true)}>
      {said.add}
    </Press>
  );
  const close = () => {
    setAdding(false);
    setChosen(null);
    again();
  };
  return (
    <PageFrame title={words.admin.pages.programs} detail={said.detail} tools={add}>
      <Stack>
        <Card>
          {programs === undefined ? (
            <Waiting />
          ) : programs.length === 0 ? (
            <Empty>{said.none}</Empty>
          ) : (
            <ul className={rows.rows}>
              {programs.map((one) => (
                <ProgramRow key={one.id} program={one} onOpen={() => setChosen(one.id)} />
              ))}
            </ul>
          )}
        </Card>
        <Description onNetwork={onNetwork} />
      </Stack>
      {adding && <AddProgram onClose={close} />}
      {program !== undefined && <ProgramSheet program={program} onClose={close} />}
    </PageFrame>
  );
}

function ProgramRow({ program, onOpen }: { program: Integration; onOpen: () => void }) {
  const { words } = useWords();
  const times = useTimes();
  const said = words.admin.programs;
  const { name, scopes, madeAt, madeBy, lastUsedAt } = program;
  return (
    <li className={rows.row}>
      <Blocks />
      <span className={rows.main}>
        <span className={rows.name}>{name}</span>
        <span>{scopes.map((scope) => said.scopes[scope].name).join(' · ')}</span>
        <span className={rows.note}>{said.made(times?.past(madeAt) ?? '', madeBy.name)}</span>
      </span>
      <span className={rows.side}>
        {lastUsedAt === null ? (
          <Badge tone="calm">{said.neverUsed}</Badge>
        ) : (
          <Badge tone="good" icon={<CircleCheck />}>
            {said.lastUsed(times?.past(lastUsedAt) ?? '')}
          </Badge>
        )}
        <Press icon={<Ellipsis />} label={said.open(name)} onPress={onOpen} />
      </span>
    </li>
  );
}

/** For whoever writes such a program. */
function Description({ onNetwork }: { onNetwork: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: network } = useList(client.lan.get, everyMs);
  const said = words.admin.programs;
  if (network === undefined) return null;
  return (
    <Card title={said.forMakers} detail={said.forMakersDetail}>
      <dl className={css.facts}>
        <dt>{said.description}</dt>
        <dd className={css.address}>{descriptionAddress(network)}</dd>
        <dt>{said.header}</dt>
        <dd className={css.address}>Authorization: Bearer anj_…</dd>
        {network.fingerprint !== null && (
          <>
            <dt>{words.admin.machines.fingerprint}</dt>
            <dd className={css.address}>{network.fingerprint}</dd>
          </>
        )}
      </dl>
      {!network.running && (
        <div className={css.spread}>
          <p className={css.told}>{said.noNetwork}</p>
          <Press onPress={onNetwork}>{words.admin.machines.toNetwork}</Press>
        </div>
      )}
    </Card>
  );
}
