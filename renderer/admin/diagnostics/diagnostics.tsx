import { FileDown, Stethoscope } from 'lucide-react';
import { useState } from 'react';
import type { DiagnosticReport, StepFinding } from '../../../contract/diagnostics.ts';
import { FindingList } from '../../diagnostics/finding-list.tsx';
import { reportText } from '../../diagnostics/report-text.ts';
import { useDiagnosticWords } from '../../i18n/diagnostics/index.ts';
import { saveFile } from '../../staff/save-file.ts';
import { textFile } from '../../staff/saved-files.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Card, PageFrame, Stack } from '../parts/frame.tsx';
import { useWork } from '../use-work.ts';
import { reportName } from './report-name.ts';

type Stage = 'before' | 'running' | 'done' | 'cut_off';

/** The hub's self-test: its steps as they come in, and the result as a file without personal data. */
export default function DiagnosticsPage() {
  const { client } = useDesk();
  const { words } = useDiagnosticWords();
  const [stage, setStage] = useState<Stage>('before');
  const [found, setFound] = useState<readonly StepFinding[]>([]);
  const work = useWork();

  const run = () => {
    setStage('running');
    setFound([]);
    client.diagnostics
      .run((finding) => setFound((before) => [...before, finding]))
      .then(
        () => setStage('done'),
        () => setStage('cut_off'),
      );
  };
  const save = (file: (report: DiagnosticReport) => { name: string; text: string }) =>
    work.run(client.diagnostics.report, (report) => saveFile(textFile(file(report))));
  const saves = (
    <>
      <Press
        icon={<FileDown />}
        disabled={work.busy}
        onPress={() => save((report) => ({ name: reportName(report.at, 'txt'), text: reportText(words, report) }))}
      >
        {words.save}
      </Press>
      <Press
        icon={<FileDown />}
        disabled={work.busy}
        onPress={() =>
          save((report) => ({ name: reportName(report.at, 'json'), text: `${JSON.stringify(report, null, 2)}\n` }))
        }
      >
        {words.saveData}
      </Press>
    </>
  );
  const again = (
    <Press kind="action" icon={<Stethoscope />} disabled={stage === 'running'} onPress={run}>
      {stage === 'running' ? words.running : stage === 'before' ? words.run : words.again}
    </Press>
  );
  return (
    <PageFrame
      title={words.title}
      detail={words.detail}
      tools={
        <>
          {stage === 'done' && saves}
          {again}
        </>
      }
    >
      <Stack>
        {stage === 'cut_off' && <Band tone="danger">{words.failed}</Band>}
        {stage === 'done' && <Outcome found={found} />}
        <Card>
          <FindingList words={words} findings={found} running={stage === 'running'} />
        </Card>
      </Stack>
    </PageFrame>
  );
}

function Outcome({ found }: { found: readonly StepFinding[] }) {
  const { words } = useDiagnosticWords();
  const count = (wanted: StepFinding['verdict']) => found.filter(({ verdict }) => verdict === wanted).length;
  const [bad, attention] = [count('bad'), count('attention')];
  if (bad + attention === 0) return <Band tone="good">{words.allGood}</Band>;
  return <Band tone={bad > 0 ? 'danger' : 'warning'}>{words.summary(bad, attention)}</Band>;
}
