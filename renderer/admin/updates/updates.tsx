import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { UpdateState } from '../../../contract/updates.ts';
import { useUpdateWords } from '../../i18n/admin/updates.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Columns, PageFrame, Stack } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList, useWork } from '../use-work.ts';
import { PauseCard } from './pause-card.tsx';
import { VersionCard } from './version-card.tsx';
import { VersionsCard } from './versions-card.tsx';

/** ms */
const everyMs = 5_000;

/** Which version runs here, which one is offered and what it waits for, and the way to put it off. */
export default function UpdatesPage() {
  const { words } = useUpdateWords();
  const { client } = useDesk();
  const { value, problem } = useList(client.updates.state, everyMs);
  // The answer to a press is newer than what was asked for before it.
  const [pressed, setPressed] = useState<{ readonly state: UpdateState; readonly over: UpdateState | undefined }>();
  const work = useWork('at the foot', words.refusals);
  const state = pressed !== undefined && pressed.over === value ? pressed.state : value;
  const answered = (next: UpdateState) => setPressed({ state: next, over: value });
  const check = state !== undefined && state.off === null && (
    <Press
      icon={<RefreshCw />}
      disabled={work.busy || state.checking}
      onPress={() => work.run(() => client.updates.checkNow({}), answered)}
    >
      {state.checking ? words.checking : words.check}
    </Press>
  );
  return (
    <PageFrame title={words.title} detail={words.detail} tools={check}>
      {state === undefined ? <Unanswered problem={problem} /> : show(state)}
    </PageFrame>
  );

  function show(shown: UpdateState) {
    const { off, wrong, onProbation, offered } = shown;
    return (
      <Stack>
        {off !== null && <Band tone={off === 'not_set_up' ? 'warning' : 'danger'}>{words.off[off]}</Band>}
        {wrong !== null && <Band tone="warning">{words.wrong(wrong)}</Band>}
        {onProbation && <Band tone="warning">{words.version.onProbation}</Band>}
        {offered !== null && (
          <Band tone="good">
            <strong>{words.offered.title(offered.version)}</strong> · {words.offered.waits[offered.waitsFor]}
          </Band>
        )}
        <Columns>
          <VersionCard state={shown} />
          {off === null && <PauseCard pausedUntil={shown.pausedUntil} work={work} onPressed={answered} />}
          <VersionsCard state={shown} />
        </Columns>
      </Stack>
    );
  }
}
