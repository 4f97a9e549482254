import { Check, CircleAlert, CircleCheck, Copy, Download, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TrustState } from '../../../contract/trust.ts';
import { useWords } from '../../i18n/staff.ts';
import { saveFile } from '../../staff/save-file.ts';
import { useDesk, useTimes } from '../desk.ts';
import { inGroups } from '../machines/pairing-link.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Waiting } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { copy } from '../programs/copy.ts';
import { useList, useWork } from '../use-work.ts';
import { officeKeyFile } from './office-key-file.ts';
import css from './trust.module.css';

/** ms; what the feed has brought shows by itself. */
const everyMs = 30_000;

/** Whose letters can be checked here beside the own ones, and this office's own key for the others. */
export function TrustCard() {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const { value: state, again } = useList(client.trust.state, everyMs);
  const work = useWork('here');
  const picker = useRef<HTMLInputElement>(null);
  const said = words.admin.trust;
  if (state === undefined) {
    return (
      <Card title={said.title} detail={said.detail}>
        <Waiting />
      </Card>
    );
  }
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    work.run(
      async () => client.trust.take({ list: await file.text() }),
      ({ list }) => {
        again();
        if (list !== null) tell({ tone: 'good', text: said.taken(list.sequence, list.offices) });
      },
    );
  };
  return (
    <Card title={said.title} detail={said.detail} tools={<ListBadge state={state} />}>
      <OwnKey own={state.own} />
      <ListFacts state={state} />
      <Refused work={work} />
      <div className={css.acts}>
        <input
          ref={picker}
          className={css.hidden}
          type="file"
          tabIndex={-1}
          aria-label={said.take}
          accept=".jws,.txt"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
        <Press icon={<FileUp />} disabled={state.signer === null || work.busy} onPress={() => picker.current?.click()}>
          {said.take}
        </Press>
      </div>
    </Card>
  );
}

function ListBadge({ state: { list } }: { state: TrustState }) {
  const { words } = useWords();
  const said = words.admin.trust;
  return list === null ? (
    <Badge tone="calm" icon={<CircleAlert />}>
      {said.none}
    </Badge>
  ) : (
    <Badge tone="good" icon={<CircleCheck />}>
      {said.offices(list.offices)}
    </Badge>
  );
}

/** What the regency needs of this office. */
function OwnKey({ own }: { own: TrustState['own'] }) {
  const { words } = useWords();
  const [copied, setCopied] = useState(false);
  const said = words.admin.trust;
  return (
    <div className={css.own}>
      <dl className={css.facts}>
        <div>
          <dt>{said.own}</dt>
          <dd>{own.issuer}</dd>
          <dd className={css.key}>{own.x}</dd>
          <dd className={css.note}>{said.ownNote}</dd>
        </div>
      </dl>
      <div className={css.acts}>
        <Press icon={<Download />} onPress={() => saveFile(officeKeyFile(own))}>
          {said.save}
        </Press>
        <Press
          icon={copied ? <Check /> : <Copy />}
          onPress={() => void copy(navigator.clipboard, own.x).then(setCopied)}
        >
          {said.copy}
        </Press>
      </div>
    </div>
  );
}

function ListFacts({ state: { list, signer, feed, fed } }: { state: TrustState }) {
  const { words } = useWords();
  const times = useTimes();
  const said = words.admin.trust;
  return (
    <dl className={css.facts}>
      <div>
        <dt>{said.list}</dt>
        {list === null ? (
          <dd>{said.noList}</dd>
        ) : (
          <>
            <dd>{said.listOf(list.sequence, times?.say.dayOf(list.date) ?? list.date)}</dd>
            <dd className={css.note}>{said.from[list.from](times?.past(list.takenAt) ?? '')}</dd>
          </>
        )}
      </div>
      <div>
        <dt>{said.signer}</dt>
        {signer === null ? <dd>{said.noSigner}</dd> : <dd className={css.key}>{inGroups(signer)}</dd>}
      </div>
      <div>
        <dt>{said.feed}</dt>
        <dd className={feed === null ? undefined : css.key}>{feed ?? said.noFeed}</dd>
        {feed !== null && (
          <dd className={css.note}>
            {fed === null ? said.notYet : said.results[fed.result](times?.past(fed.at) ?? '')}
          </dd>
        )}
      </div>
    </dl>
  );
}
