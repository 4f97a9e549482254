import { FilePen, Pencil, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SettingsSnapshot, SettingsVersion } from '../../../contract/settings.ts';
import { CallError } from '../../client/call-error.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Badge, Card, Empty, PageFrame, Waiting } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { useList, useWork } from '../use-work.ts';
import css from './history.module.css';

const icons = { saved: Pencil, undone: Undo2, file: FilePen };

/** Who changed the settings when, and the way back. */
export function HistoryPage({ settings }: { settings: SettingsSnapshot }) {
  const { words, pick } = useWords();
  const { client, tell } = useDesk();
  const { value: versions, again } = useList(client.settings.history);
  const work = useWork();
  const [asking, setAsking] = useState(false);
  const said = words.admin.history;
  useEffect(again, [settings.revision, again]);
  const undo = () =>
    work.run(
      () => client.settings.undo({ revision: settings.revision }),
      () => {
        setAsking(false);
        tell({ tone: 'good', text: words.admin.form.undone });
      },
      (code, error) => {
        setAsking(false);
        if (code !== 'SETTINGS_WRONG' || !(error instanceof CallError)) return false;
        tell({ tone: 'problem', text: pick((error.data as { what: { id: string; en: string } }).what) });
        return true;
      },
    );
  const back = settings.undo !== null && (
    <Press icon={<Undo2 />} disabled={work.busy} onPress={() => setAsking(true)}>
      {said.undo}
    </Press>
  );
  return (
    <PageFrame title={words.admin.pages.history} detail={said.detail} tools={back}>
      <Card>
        {versions === undefined ? (
          <Waiting />
        ) : versions.length === 0 ? (
          <Empty>{said.none}</Empty>
        ) : (
          <ul className={rows.rows}>
            {versions.map((version) => (
              <VersionRow
                key={version.revision}
                version={version}
                next={settings.undo?.revision === version.revision}
              />
            ))}
          </ul>
        )}
      </Card>
      {asking && settings.undo !== null && (
        <Dialog title={said.askTitle} detail={said.askDetail} onClose={() => setAsking(false)}>
          <ul className={rows.rows}>
            <VersionRow version={settings.undo} next />
          </ul>
          <div className={css.answers}>
            <Press onPress={() => setAsking(false)}>{words.admin.cancel}</Press>
            <Press kind="action" disabled={work.busy} onPress={undo}>
              {said.askYes}
            </Press>
          </div>
        </Dialog>
      )}
    </PageFrame>
  );
}

function VersionRow({ version, next }: { version: SettingsVersion; next: boolean }) {
  const { words } = useWords();
  const times = useTimes();
  const said = words.admin.history;
  const Icon = icons[version.act];
  return (
    <li className={rows.row}>
      <Icon />
      <span className={rows.main}>
        <span className={rows.name}>{said.acts[version.act](said.parts[version.part])}</span>
        <span className={rows.note}>
          {times?.past(version.at)} · {version.by.name ?? said.byHand}
        </span>
      </span>
      {next && <Badge tone="calm">{said.undoable}</Badge>}
    </li>
  );
}
