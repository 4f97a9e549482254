import { useEffect, useRef } from 'react';
import type { LoungeSnapshot } from '../../contract/lounge.ts';
import { CallError, type KioskClient } from '../client.ts';
import type { HelpView } from './dialogs.tsx';
import { type FlowState, times } from './flow-state.ts';
import type { Send } from './use-flow.ts';

/** A snapshot comes at least every 10 s; after this one has surely come since. */
const snapshotMs = 12_000;

interface Help {
  view: HelpView;
  /** For the bar. */
  state: 'none' | 'calling' | 'accepted';
  /** Null while there is nothing to cancel. */
  cancel: (() => void) | null;
}

/** The call for help as the kiosk and the hub know it together; the hub's word about acceptance is the only one. */
export function useHelp(
  { help }: FlowState,
  now: number,
  lounge: LoungeSnapshot | undefined,
  up: boolean,
  client: KioskClient,
  newKey: () => string,
  send: Send,
): Help {
  const call = lounge?.help ?? null;
  const open = call !== null && call.state !== 'ended';
  const sentAt = help?.state === 'sent' ? help.since : null;
  const wasOpen = useRef(false);
  const at = lounge?.at;
  useEffect(() => {
    // Ended where we saw it, or so quickly that no snapshot ever showed it.
    const missed = up && sentAt !== null && now - sentAt > snapshotMs;
    if (at !== undefined && !open && (wasOpen.current || missed)) send({ type: 'helpEnded' });
    wasOpen.current = open;
  }, [at, open, up, sentAt, now, send]);

  const id = (open ? call.id : help?.id) ?? null;
  const cancel = () => {
    if (id === null) return;
    client.lounge.endHelp({ id, requestKey: newKey() }).then(
      () => send({ type: 'helpEnded' }),
      (error: unknown) => {
        if (error instanceof CallError && error.code === 'HELP_UNKNOWN') send({ type: 'helpEnded' });
      },
    );
  };
  const accepted = open && call.state === 'accepted';
  const called = open || help?.state === 'sent';
  return {
    view: helpView(help, called, accepted, now),
    state: accepted ? 'accepted' : called ? 'calling' : 'none',
    cancel: called && id !== null ? cancel : null,
  };
}

function helpView(help: FlowState['help'], called: boolean, accepted: boolean, now: number): HelpView {
  if (accepted) return 'accepted';
  if (!called) return help?.state === 'failed' ? 'failed' : 'sending';
  return help !== null && now - help.since >= times.helpLate ? 'late' : 'recorded';
}
