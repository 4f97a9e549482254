import type { FleetState } from '../../../contract/fleet.ts';
import { useFleetWords } from '../../i18n/admin/fleet.ts';
import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Card, Columns, PageFrame, Stack } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList } from '../use-work.ts';
import { CodeCard } from './code-card.tsx';
import css from './fleet.module.css';
import { MachineCard } from './machine-card.tsx';
import { SendCard } from './send-card.tsx';
import { ToldCard } from './told-card.tsx';

/** ms; what was made or sent meanwhile shows by itself. */
const everyMs = 15_000;

/** What the regency is told of this machine, and the ways by which it gets there. */
export default function FleetPage() {
  const { words } = useFleetWords();
  const { client } = useDesk();
  const { value: state, problem, again } = useList(client.fleet.state, everyMs);
  return (
    <PageFrame title={words.title} detail={words.detail}>
      {state === undefined ? <Unanswered problem={problem} /> : <Matter state={state} again={again} />}
    </PageFrame>
  );
}

function Matter({ state, again }: { state: FleetState; again: () => void }) {
  const { words } = useFleetWords();
  const { pick } = useWords();
  return (
    <Stack>
      {state.siteProblem !== null && <Band tone="danger">{words.site(pick(state.siteProblem))}</Band>}
      {state.problem === 'no_village' && <Band tone="warning">{words.problems.no_village}</Band>}
      {state.problem === 'other_machine' && <MachineCard again={again} />}
      <Columns>
        <CodeCard state={state} again={again} />
        <Stack>
          {state.last !== null && <ToldCard body={state.last.body} village={state.village} />}
          <SendCard state={state} again={again} />
          <Card title={words.key.title} detail={words.key.detail}>
            <p className={css.fingerprint}>{state.fingerprint}</p>
          </Card>
        </Stack>
      </Columns>
    </Stack>
  );
}
