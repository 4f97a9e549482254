import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import { ChangePin } from '../staff/change-pin.tsx';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import { codeOf } from '../staff/problem-words.ts';
import type { Person } from '../staff/session.ts';
import { AllSheet } from './all-sheet.tsx';
import { Find } from './find.tsx';
import { MenuSheet } from './menu-sheet.tsx';
import { CounterPrinter, PaperHelp } from './printer-sheets.tsx';
import { ReprintSheet } from './reprint-sheet.tsx';
import { CancelSheet, RowSheet } from './row-sheet.tsx';
import { ServiceMark, useServiceName } from './service-mark.tsx';
import { SpareSheet } from './spare-sheet.tsx';
import { TakeNumber } from './take-number.tsx';
import { type Sheet, useDesk } from './view.ts';
import { holderName, pauseOrder } from './words.ts';

interface Props {
  sheet: Sheet;
  client: CounterClient;
  clock: Clock;
  person: Person;
  onLanguage: () => void;
  onOtherCounter: () => void;
}

/** The question over the desk. */
export function Sheets({ sheet, client, clock, person, onLanguage, onOtherCounter }: Props) {
  const { ask, acts } = useDesk();
  const close = () => ask(null);
  switch (sheet.name) {
    case 'pause':
      return <PauseSheet onClose={close} />;
    case 'close':
      return <CloseSheet onClose={close} />;
    case 'takeOver':
      return <TakeOverSheet onClose={close} />;
    case 'transfer':
    case 'nextMatter':
      return <ServiceSheet act={sheet.name} onClose={close} />;
    case 'cancel':
      return <CancelSheet ticketId={sheet.ticketId} onClose={close} />;
    case 'row':
      return <RowSheet ticketId={sheet.ticketId} onClose={close} />;
    case 'all':
      return <AllSheet list={sheet.list} onClose={close} />;
    case 'reprint':
      return <ReprintSheet client={client} ticketId={sheet.ticketId} number={sheet.number} onClose={close} />;
    case 'find':
      return <Find client={client} onClose={close} />;
    case 'take':
      return <TakeNumber client={client} onClose={close} />;
    case 'spare':
      return <SpareSheet onClose={close} />;
    case 'printer':
      return <CounterPrinter device={sheet.device} reversed={sheet.reversed} {...{ client, clock }} onClose={close} />;
    case 'paper':
      return <PaperHelp onClose={close} />;
    case 'menu':
      return (
        <MenuSheet
          client={client}
          person={person}
          onLanguage={onLanguage}
          onOtherCounter={onOtherCounter}
          onClose={close}
        />
      );
    case 'changePin':
      return (
        <ChangePin
          clock={clock}
          onChange={(pin, newPin) =>
            void client.staff.changePin({ pin, newPin }).then(
              () => acts.tell({ kind: 'pinChanged' }),
              (error: unknown) => acts.tell({ kind: 'problem', code: codeOf(error) }),
            )
          }
          onClose={close}
        />
      );
  }
}

function PauseSheet({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { acts } = useDesk();
  const { pause } = words.counter;
  return (
    <Dialog title={pause.title} detail={pause.detail} onClose={onClose}>
      <Options>
        {pauseOrder.map((reason, place) => (
          <Option
            key={reason}
            nth={place + 1}
            label={pause.reasons[reason]}
            onChoose={() => {
              onClose();
              acts.perform({ act: 'pause', reason });
            }}
          />
        ))}
      </Options>
    </Dialog>
  );
}

function CloseSheet({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { acts, moment } = useDesk();
  const { closing } = words.counter;
  return (
    <Dialog title={closing.title} detail={closing.detail(moment.snapshot.waiting)} onClose={onClose}>
      <Options>
        <Option
          nth={1}
          label={closing.yes}
          onChoose={() => {
            onClose();
            acts.perform({ act: 'close' });
          }}
        />
        <Option nth={2} label={closing.no} onChoose={onClose} />
      </Options>
    </Dialog>
  );
}

/** Never by the space bar: the other person is named first. */
function TakeOverSheet({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { acts, moment } = useDesk();
  const { elsewhere } = words.counter;
  return (
    <Dialog
      title={elsewhere.askTitle(holderName(words, moment.snapshot))}
      detail={elsewhere.askDetail}
      onClose={onClose}
    >
      <Options>
        <Option
          nth={1}
          label={elsewhere.askYes}
          onChoose={() => {
            onClose();
            acts.perform({ act: 'open', takeOver: true });
          }}
        />
        <Option nth={2} label={words.common.no} onChoose={onClose} />
      </Options>
    </Dialog>
  );
}

/** Where to: another service for this number, or a following number for it. */
function ServiceSheet({ act, onClose }: { act: 'transfer' | 'nextMatter'; onClose: () => void }) {
  const { words } = useWords();
  const { acts, moment, services } = useDesk();
  const nameOf = useServiceName();
  const { current } = moment.snapshot;
  const { transfer } = words.counter;
  if (current === null) return null;
  const said = words.counter[act];
  const others = [...services.values()].filter(({ id }) => id !== current.serviceId);
  return (
    <Dialog title={said.title(current.number)} detail={said.detail} broad onClose={onClose}>
      <Options>
        {others.map(({ id, waiting }, place) => (
          <Option
            key={id}
            nth={place + 1}
            mark={<ServiceMark serviceId={id} />}
            label={nameOf(id)}
            note={transfer.waiting(waiting)}
            onChoose={() => {
              onClose();
              acts.perform({ act, serviceId: id });
            }}
          />
        ))}
      </Options>
    </Dialog>
  );
}
