import { Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList, useWork } from '../use-work.ts';
import css from './backup.module.css';
import { EnvelopeSheet } from './envelope.tsx';

type Step = 'show' | 'type' | 'done';
const order = ['show', 'type', 'done'] as const;

/** A recovery key from the screen onto paper, from the paper back, and into its envelope. Nothing holds before that. */
export function MakeKey({ office, onClose }: { office: string; onClose: () => void }) {
  const { words } = useBackupWords();
  const { client, guard } = useDesk();
  const ask = useCallback(() => client.backup.newRecoveryKey({}), [client]);
  const { value: shown, problem } = useList(ask);
  const said = words.make;
  const work = useWork('here', { RECOVERY_KEY_WRONG: said.wrong });
  const [step, setStep] = useState<Step>('show');
  const [leaving, setLeaving] = useState(false);
  const [typed, setTyped] = useState('');
  const open = step !== 'done';
  useEffect(() => {
    guard(open);
    return () => guard(false);
  }, [open, guard]);
  if (leaving)
    return (
      <Dialog title={said.leaveTitle} detail={said.leave} onClose={() => setLeaving(false)}>
        <div className={css.spread}>
          <Press kind="danger" onPress={onClose}>
            {said.leaveYes}
          </Press>
          <Press kind="action" onPress={() => setLeaving(false)}>
            {said.back}
          </Press>
        </div>
      </Dialog>
    );
  return (
    <Dialog key={step} title={said.title} broad onClose={() => (open ? setLeaving(true) : onClose())}>
      <ol className={css.steps}>
        {order.map((each, at) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {at + 1}. {said.steps[at]}
          </li>
        ))}
      </ol>
      {shown === undefined ? <Unanswered problem={problem} /> : show(shown)}
    </Dialog>
  );

  function show({ recoveryKey, fingerprint }: { recoveryKey: string; fingerprint: string }) {
    if (step === 'done')
      return (
        <>
          <Band tone="good">{said.doneTitle}</Band>
          <p className={css.strong}>{said.done}</p>
          <div className={css.spread}>
            <span />
            <Press kind="action" onPress={onClose}>
              {said.close}
            </Press>
          </div>
        </>
      );
    if (step === 'type')
      return (
        <>
          <p className={css.strong}>{said.typeTitle}</p>
          <p>{said.typeDetail}</p>
          <TextField label={said.group} value={typed} maxLength={9} first onChange={setTyped} />
          <Refused work={work} />
          <div className={css.spread}>
            <Press onPress={() => setStep('show')}>{said.back}</Press>
            <Press
              kind="action"
              disabled={typed.trim().length < 4 || work.busy}
              onPress={() =>
                work.run(
                  () => client.backup.adoptRecoveryKey({ lastGroup: typed.trim() }),
                  () => setStep('done'),
                )
              }
            >
              {said.adopt}
            </Press>
          </div>
        </>
      );
    return (
      <>
        <Band tone="warning">
          <strong>{said.once}</strong> {said.onceDetail}
        </Band>
        <ol className={css.groups} aria-label={words.sheet.title}>
          {recoveryKey.split('-').map((group, at) => (
            <li key={words.sheet.group(at + 1)} className={css.group}>
              <span className={css.place}>{at + 1}</span>
              {group}
            </li>
          ))}
        </ol>
        <p className={css.note}>{said.byHand}</p>
        <div className={css.spread}>
          <Press kind="action" icon={<Printer />} onPress={() => window.print()}>
            {said.print}
          </Press>
          <Press onPress={() => setStep('type')}>{said.have}</Press>
        </div>
        <EnvelopeSheet office={office} recoveryKey={recoveryKey} fingerprint={fingerprint} />
      </>
    );
  }
}
