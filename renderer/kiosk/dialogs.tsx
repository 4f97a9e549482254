import { BellRing, CircleAlert, Hand, HandHelping, MapPin, UserRoundCheck, UsersRound } from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

/** Twenty seconds before the screen starts over; a touch anywhere is enough. */
export function StillHere({ seconds, onStay }: { seconds: number; onStay: () => void }) {
  const { words } = useWords();
  return (
    <div onClick={onStay} role="presentation">
      <Sheet icon={<Hand />} title={words.stillHere.title} detail={words.stillHere.detail(seconds)} onClose={onStay}>
        <Button kind="action" large onPress={onStay}>
          {words.stillHere.stay}
        </Button>
      </Sheet>
    </div>
  );
}

export function ForSomeoneElse({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { words } = useWords();
  return (
    <Sheet icon={<UsersRound />} title={words.others.another} detail={words.others.anotherDetail} onClose={onNo}>
      <Button kind="action" large onPress={onYes}>
        {words.others.anotherYes}
      </Button>
      <Button kind="plain" onPress={onNo}>
        {words.others.anotherNo}
      </Button>
    </Sheet>
  );
}

export function ManyNumbers(props: { onHelp: () => void; onGoOn: () => void; onClose: () => void }) {
  const { words } = useWords();
  return (
    <Sheet icon={<UsersRound />} title={words.others.many} detail={words.others.manyDetail} onClose={props.onClose}>
      <Button kind="night" icon={<HandHelping />} large onPress={props.onHelp}>
        {words.others.manyHelp}
      </Button>
      <Button kind="plain" onPress={props.onGoOn}>
        {words.others.manyGoOn}
      </Button>
    </Sheet>
  );
}

export type HelpView = 'sending' | 'recorded' | 'late' | 'accepted' | 'failed';

interface HelpProps {
  view: HelpView;
  desk: Bilingual;
  /** Null while there is nothing to cancel. */
  onCancel: (() => void) | null;
  onClose: () => void;
}

/** "Petugas menuju Anda" stands here only after a person has accepted the call. */
export function HelpCalled({ view, desk, onCancel, onClose }: HelpProps) {
  const { words, pick } = useWords();
  const { help } = words;
  const place = pick(desk);
  const said = {
    sending: { title: help.calling, detail: help.callingDetail, icon: <BellRing />, tone: 'calm' },
    recorded: { title: help.recorded, detail: help.recordedDetail, icon: <BellRing />, tone: 'calm' },
    late: { title: help.late, detail: help.lateDetail(place), icon: <MapPin />, tone: 'warning' },
    accepted: { title: help.accepted, detail: help.acceptedDetail, icon: <UserRoundCheck />, tone: 'good' },
    failed: { title: help.failed, detail: help.failedDetail(place), icon: <CircleAlert />, tone: 'warning' },
  } as const satisfies Record<HelpView, unknown>;
  return (
    <Sheet {...said[view]} onClose={onClose}>
      <Button kind="action" large onPress={onClose}>
        {help.close}
      </Button>
      {onCancel !== null && (
        <Button kind="plain" onPress={onCancel}>
          {help.cancel}
        </Button>
      )}
    </Sheet>
  );
}
