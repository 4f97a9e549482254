import { createRoot } from 'react-dom/client';
import type { StepFinding } from '../../../contract/diagnostics.ts';
import { SelfTest } from '../../../renderer/diagnostics/self-test.tsx';
import { diagnosticWords } from '../../../renderer/i18n/diagnostics/index.ts';
import type { Scene } from './scenes.ts';
import '../../../renderer/ui/tokens.css';

/** The self-test for a person before a machine of paper. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const place = element;
let root = createRoot(place);

/** Begins anew with another scene: as good as a fresh page, and much faster. */
function show({ findings, silent, language }: Scene): void {
  root.unmount();
  document.documentElement.lang = language;
  async function* machine(): AsyncGenerator<StepFinding> {
    yield* findings;
    if (silent) await new Promise(() => undefined);
  }
  root = createRoot(place);
  root.render(
    <main style={{ height: '100%' }}>
      <SelfTest
        words={diagnosticWords[language]}
        machine={machine}
        play={() => Promise.reject(new Error('there is no loudspeaker'))}
        onDone={() => undefined}
      />
    </main>,
  );
}
// Nothing in these pictures waits for a time.
Object.assign(window, { show, controls: { step: () => undefined } });
