import { CircleUser, Pencil, UserRoundPlus, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '../../../contract/staff.ts';
import { useWords } from '../../i18n/staff.ts';
import type { Person } from '../../staff/session.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, PageFrame, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList } from '../use-work.ts';
import { AddPerson } from './add-person.tsx';
import { EditPerson } from './edit-person.tsx';
import { inOrder, isLastSupervisor } from './protected.ts';

/** Who works here, and as what. */
export function PeoplePage({ me }: { me: Person }) {
  const { words } = useWords();
  const said = words.admin.people;
  const [adding, setAdding] = useState(false);
  const add = (
    <Press kind="action" icon={<UserRoundPlus />} onPress={() => setAdding(true)}>
      {said.add}
    </Press>
  );
  return (
    <PageFrame title={words.admin.pages.people} detail={said.detail} tools={add}>
      <Card>
        <PeopleList me={me.id} adding={adding} onAdded={() => setAdding(false)} />
      </Card>
    </PageFrame>
  );
}

interface ListProps {
  me: string | null;
  adding: boolean;
  onAdded: () => void;
}

export function PeopleList({ me, adding, onAdded }: ListProps) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: accounts, again } = useList(client.staff.accounts);
  const [editing, setEditing] = useState<string | null>(null);
  if (accounts === undefined) return <Waiting />;
  const edited = accounts.find(({ id }) => id === editing);
  return (
    <>
      <ul className={rows.rows}>
        {inOrder(accounts).map((account) => (
          <PersonRow
            key={account.id}
            account={account}
            mine={account.id === me}
            onEdit={() => setEditing(account.id)}
          />
        ))}
      </ul>
      <p className={rows.note}>{words.admin.people.pinRules}</p>
      {adding && (
        <AddPerson
          onClose={() => {
            onAdded();
            again();
          }}
        />
      )}
      {edited !== undefined && (
        <EditPerson
          account={edited}
          last={isLastSupervisor(accounts, edited.id)}
          onClose={() => {
            setEditing(null);
            again();
          }}
        />
      )}
    </>
  );
}

function PersonRow({ account, mine, onEdit }: { account: Account; mine: boolean; onEdit: () => void }) {
  const { words } = useWords();
  const times = useTimes();
  const said = words.admin.people;
  const seen = account.lastSignedInAt === null ? said.never : said.lastSeen(times?.past(account.lastSignedInAt) ?? '');
  return (
    <li className={`${rows.row ?? ''} ${account.active ? '' : (rows.faded ?? '')}`}>
      {account.active ? <CircleUser /> : <UserRoundX />}
      <span className={rows.main}>
        <span className={rows.name}>{mine ? said.you(account.name) : account.name}</span>
        <span className={rows.note}>{account.active ? seen : said.inactive}</span>
      </span>
      <span className={rows.side}>
        <Badge tone={account.active && account.role === 'supervisor' ? 'good' : 'calm'}>
          {said.roles[account.role]}
        </Badge>
        <Press icon={<Pencil />} label={said.edit(account.name)} onPress={onEdit} />
      </span>
    </li>
  );
}
