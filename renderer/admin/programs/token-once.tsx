import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { copy } from './copy.ts';
import css from './programs.module.css';

interface Props {
  name: string;
  /** Held by this screen alone: in no address, no storage and no word at the foot of the page. */
  token: string;
  onClose: () => void;
}

type State = 'fresh' | 'copied' | 'by hand';

/** A token, this once. Closing asks first while nobody has copied it. */
export function TokenOnce({ name, token, onClose }: Props) {
  const { words } = useWords();
  const { guard } = useDesk();
  const [state, setState] = useState<State>('fresh');
  const [asking, setAsking] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const said = words.admin.programs.token;
  const copied = state === 'copied';
  useEffect(() => {
    guard(!copied);
    return () => guard(false);
  }, [copied, guard]);
  const take = async () => {
    if (await copy(navigator.clipboard, token)) {
      setState('copied');
      return;
    }
    if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    setState('by hand');
  };
  if (asking) {
    return (
      <Dialog title={said.notCopied} detail={said.notCopiedDetail} onClose={() => setAsking(false)}>
        <div className={css.answers}>
          <Press kind="danger" onPress={onClose}>
            {said.closeAnyway}
          </Press>
          <Press kind="action" onPress={() => setAsking(false)}>
            {said.back}
          </Press>
        </div>
      </Dialog>
    );
  }
  const close = () => (copied ? onClose() : setAsking(true));
  return (
    <Dialog key="token" title={said.title(name)} onClose={close}>
      <p className={css.warning}>
        <TriangleAlert />
        <span>
          <strong>{said.once}</strong> {said.onceDetail}
        </span>
      </p>
      <dl className={css.facts}>
        <dt>{said.label}</dt>
        <dd ref={shown} className={css.token} onCopy={() => setState('copied')}>
          {token}
        </dd>
      </dl>
      <p className={css.told} role="status">
        {state === 'copied' && said.copied}
        {state === 'by hand' && said.byHand}
      </p>
      <div className={css.spread}>
        <Press icon={copied ? <Check /> : <Copy />} kind={copied ? 'plain' : 'action'} onPress={() => void take()}>
          {said.copy}
        </Press>
        <Press kind={copied ? 'action' : 'plain'} onPress={close}>
          {said.done}
        </Press>
      </div>
    </Dialog>
  );
}
