import { useMemo } from 'react';
import { SelfTest } from '../diagnostics/self-test.tsx';
import { useDiagnosticWords } from '../i18n/diagnostics/index.ts';
import type { MaintenanceClient } from './client.ts';

interface Props {
  client: Pick<MaintenanceClient, 'selfTest' | 'stay'>;
  onBack: () => void;
}

/** The self-test of this machine: what it finds by itself, then what only the person before it can say. */
export function TestPage({ client, onBack }: Props) {
  const { words } = useDiagnosticWords();
  const machine = useMemo(
    () =>
      async function* (signal: AbortSignal) {
        yield* await client.selfTest(undefined, { signal });
      },
    [client],
  );
  return (
    <SelfTest words={words} machine={machine} play={() => new Audio('/sounds/chime.ogg').play()} onDone={onBack} />
  );
}
