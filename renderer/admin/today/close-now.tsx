import { useReducer } from 'react';
import type { Service } from '../../../contract/queue.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk, useTimes } from '../desk.ts';
import { Chips, Press, TextField } from '../parts/controls.tsx';
import { Fields } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { beginClosing, closing, closingInput, reasons } from './closing-draft.ts';
import css from './today.module.css';

/** No more numbers, at once: for what, why, and until when. Whoever waits is still called. */
export function CloseNow({ services, onClose }: { services: readonly Service[]; onClose: () => void }) {
  const { words, pick } = useWords();
  const { client, tell, timeZone } = useDesk();
  const times = useTimes();
  const work = useWork('here');
  const [draft, send] = useReducer(closing, beginClosing);
  const said = words.admin.today.closeNow;
  const input = times === null ? null : closingInput(draft, times.hub.now, timeZone);
  return (
    <Dialog title={said.title} detail={said.detail} broad onClose={onClose}>
      <Chips
        label={said.what}
        options={[['', said.all], ...services.map(({ id, name }) => [id, pick(name)] as const)]}
        chosen={draft.serviceIds.length === 0 ? [''] : draft.serviceIds}
        onToggle={(id) => send(id === '' ? { type: 'all' } : { type: 'service', id })}
      />
      <Chips
        label={said.why}
        options={[
          ...reasons.map((reason) => [reason, said.reasons[reason]] as const),
          ['own', said.ownReason] as const,
        ]}
        chosen={draft.reason === null ? [] : [draft.reason]}
        onToggle={(reason) => send({ type: 'reason', reason })}
      />
      {draft.reason === 'own' && (
        <Fields broad>
          <TextField
            label={said.ownId}
            maxLength={80}
            value={draft.own.id}
            onChange={(id) => send({ type: 'own', own: { ...draft.own, id } })}
          />
          <TextField
            label={said.ownEn}
            maxLength={80}
            value={draft.own.en}
            onChange={(en) => send({ type: 'own', own: { ...draft.own, en } })}
          />
        </Fields>
      )}
      <Chips
        label={said.untilWhen}
        options={[
          ['restOfDay', said.restOfDay],
          ['time', said.atTime],
        ]}
        chosen={[draft.ends]}
        onToggle={(ends) => send({ type: 'ends', ends })}
      />
      {draft.ends === 'time' && (
        <TextField
          label={said.time}
          hint={input?.until == null ? said.timeHint : said.until(times?.say.when(input.until) ?? '')}
          maxLength={5}
          value={draft.time}
          onChange={(time) => send({ type: 'time', time })}
        />
      )}
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press
          kind="action"
          disabled={input === null || work.busy}
          onPress={() =>
            input !== null &&
            work.run(
              () => client.settings.closeNow(input),
              ({ closed }) => {
                onClose();
                tell({
                  tone: 'good',
                  text: said.done(closed.length),
                  undo: () =>
                    work.run(
                      () => client.settings.reopenNow({ serviceIds: closed }),
                      () => tell({ tone: 'good', text: said.reopened }),
                    ),
                });
              },
            )
          }
        >
          {said.act}
        </Press>
      </div>
    </Dialog>
  );
}
