import { useEffect, useState } from 'react';
import type { ResidentPreview } from '../../../contract/residents.ts';
import { useResidentWords } from '../../i18n/admin/residents.ts';
import { useDesk } from '../desk.ts';
import { Columns, PageFrame, Stack } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList } from '../use-work.ts';
import { About } from './about.tsx';
import { ChooseFile } from './choose-file.tsx';
import { KnownList } from './known-list.tsx';
import { Preview } from './preview.tsx';

/** The village's own list of residents: what it holds, and taking over a newer one. Nothing is kept after leaving. */
export default function ResidentsPage() {
  const { words } = useResidentWords();
  const { client } = useDesk();
  const { value: state, problem, again } = useList(client.residents.state);
  const [read, setRead] = useState<{ name: string; preview: ResidentPreview } | null>(null);
  useEffect(keepFilesOut, []);
  const frame = { title: words.title, detail: words.detail };
  if (state === undefined) {
    return (
      <PageFrame {...frame}>
        <Unanswered problem={problem} />
      </PageFrame>
    );
  }
  if (read !== null) {
    return (
      <Preview
        {...read}
        onEnd={() => {
          setRead(null);
          again();
        }}
      />
    );
  }
  const choose = <ChooseFile onRead={(name, preview) => setRead({ name, preview })} />;
  if (state.people === 0 && state.newest === null) {
    return (
      <PageFrame {...frame}>
        <Columns>
          <About />
          {choose}
        </Columns>
      </PageFrame>
    );
  }
  return (
    <PageFrame {...frame}>
      <Columns>
        <Stack>
          <KnownList state={state} onChange={again} />
          {choose}
        </Stack>
        <About />
      </Columns>
    </PageFrame>
  );
}

/** A file that misses its place would else open in place of this page. */
function keepFilesOut(): () => void {
  const stay = (event: Event) => event.preventDefault();
  addEventListener('dragover', stay);
  addEventListener('drop', stay);
  return () => {
    removeEventListener('dragover', stay);
    removeEventListener('drop', stay);
  };
}
