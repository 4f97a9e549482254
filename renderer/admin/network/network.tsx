import { useWords } from '../../i18n/staff.ts';
import { useDesk } from '../desk.ts';
import { Card, Columns, PageFrame } from '../parts/frame.tsx';
import { TrustCard } from '../trust/trust-card.tsx';
import { useList } from '../use-work.ts';
import { Addresses } from './addresses.tsx';
import css from './network.module.css';
import { NetworkCard } from './network-card.tsx';

/** ms */
const everyMs = 5_000;

/**
 * Whether other machines reach the hub, on which network, how a browser comes to trust it, and whose letters this one does.
 * @param office it issues letters
 */
export function NetworkPage({ office }: { office: boolean }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: state } = useList(client.lan.get, everyMs);
  const said = words.admin.network;
  return (
    <PageFrame title={words.admin.pages.network} detail={said.detail}>
      <Columns>
        <NetworkCard />
        {state !== undefined && (
          <>
            <Card title={said.where} detail={said.whereDetail}>
              {state.running ? <Addresses state={state} /> : <p className={css.note}>{said.notRunning}</p>}
            </Card>
            <Card title={said.browsers} detail={said.browsersDetail}>
              <ol className={css.steps}>
                <li>{said.step1}</li>
                <li>
                  {said.step2}
                  <code className={css.command}>
                    npm run pair:browser -- {state.addresses[0] ?? said.exampleAddress}{' '}
                    {state.fingerprint ?? said.exampleKey}
                  </code>
                </li>
                <li>{said.step3}</li>
              </ol>
            </Card>
          </>
        )}
        {office && <TrustCard />}
      </Columns>
    </PageFrame>
  );
}
