import { createRoot } from 'react-dom/client';
import shell from '../../../renderer/admin/shell.module.css';
import { Statistics } from '../../../renderer/admin/statistics/statistics.tsx';
import { LanguageContext } from '../../../renderer/i18n/staff.ts';
import { type Scene, standInClient } from './stand-in.ts';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/staff/page.css';
import '../../../renderer/admin/page.css';

/** The page of figures beside an empty rail, with a hub of paper. Never part of the product's bundle. */

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
let root = createRoot(element);

/** Begins anew with another scene: as good as a fresh page, and much faster. */
function show(scene: Scene): void {
  root.unmount();
  document.documentElement.lang = scene.language;
  Object.assign(window, { controls: { step: () => undefined } });
  root = createRoot(element as HTMLElement);
  root.render(
    <LanguageContext value={scene.language}>
      <div className={shell.shell}>
        <div className={shell.rail} />
        <main className={shell.main}>
          <Statistics client={standInClient(scene)} />
        </main>
      </div>
    </LanguageContext>,
  );
}
Object.assign(window, { show });
