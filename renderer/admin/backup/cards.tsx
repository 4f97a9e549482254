import type { Bilingual } from '../../../contract/base.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Columns, Stack } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList } from '../use-work.ts';
import { KeyCard } from './key-card.tsx';
import { RestoredCard } from './restored-card.tsx';
import { SecondCard } from './second-card.tsx';
import { StateCard } from './state-card.tsx';

/** ms; a backup that is done, and a stick that is plugged in, show by themselves. */
const everyMs = 3_000;

export default function BackupCards({ office }: { office: Bilingual }) {
  const { pick } = useWords();
  const { client } = useDesk();
  const { value: state, problem, again } = useList(client.backup.state, everyMs);
  if (state === undefined) return <Unanswered problem={problem} />;
  return (
    <Stack>
      {state.restored !== null && <RestoredCard made={state.restored.made} onChecked={again} />}
      <Columns>
        <StateCard state={state} onBegun={again} />
        <KeyCard state={state} office={pick(office)} onChanged={again} />
        <SecondCard state={state} onChanged={again} />
      </Columns>
    </Stack>
  );
}
