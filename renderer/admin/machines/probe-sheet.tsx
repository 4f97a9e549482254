import { CircleCheck, Download, ScanSearch, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { KioskOutlet, PrinterProfile, ProbeReport } from '../../../contract/printing.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../../staff/dialog.tsx';
import { saveFile } from '../../staff/save-file.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';
import { answered, type End, type Question, questions, sameProfile } from './probe-answers.ts';
import { answersWords, makerWords, profileWords, reportFile } from './probe-report.ts';

type Step =
  | { name: 'before' | 'running' }
  /** About the test slip that came out last; `again`: it is one with other settings. */
  | { name: 'asking'; question: Question; again: boolean; profile: PrinterProfile; slip: string }
  | { name: 'ended'; end: End; profile: PrinterProfile };

/** Asks a printer what it can do, and a person what is on its paper; the settings follow from both. */
export function ProbeSheet({ kiosk, onClose }: { kiosk: KioskOutlet; onClose: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const work = useWork('here');
  const [step, setStep] = useState<Step>({ name: 'before' });
  const [report, setReport] = useState(kiosk.probed);
  const { device } = kiosk;
  const said = words.admin.machines.probe;
  const probe = () => {
    setStep({ name: 'running' });
    work.run(
      () => client.printing.probe({ device }),
      ({ report: fresh, printJobId: slip }) => {
        setReport(fresh);
        setStep({ name: 'asking', question: 'line', again: false, profile: fresh.profile, slip });
      },
      () => {
        setStep({ name: 'before' });
        return false;
      },
    );
  };
  const answer = ({ question, profile: before, slip }: Step & { name: 'asking' }, yes: boolean) => {
    const { profile, next, test } = answered(question, yes, before);
    work.run(
      async () => {
        if (!sameProfile(profile, before)) await client.printing.setProfile({ device, profile });
        // Who answers has read it: the counters need not ask as well.
        if (yes) await client.printing.answerTest({ id: slip, readable: true }).catch(() => undefined);
        return test ? (await client.printing.testSlip({ device })).printJobId : slip;
      },
      (shown) =>
        setStep(
          next === 'ready' || next === 'narrowest'
            ? { name: 'ended', end: next, profile }
            : { name: 'asking', question: next, again: test, profile, slip: shown },
        ),
    );
  };
  const profile = 'profile' in step ? step.profile : null;
  return (
    <Dialog title={said.title(kiosk.name)} detail={said.detail} broad onClose={onClose}>
      {step.name === 'running' && (
        <p className={css.asked} role="status">
          <ScanSearch />
          {said.running}
        </p>
      )}
      {step.name !== 'running' && report === null && <p className={css.note}>{said.never}</p>}
      {step.name !== 'running' && report !== null && <Report report={report} profile={profile ?? report.profile} />}
      {step.name === 'asking' && (
        <section className={css.question} aria-live="polite">
          <p className={css.note}>
            {step.again
              ? said.narrower(step.profile.dots)
              : said.step(questions.indexOf(step.question) + 1, questions.length)}
          </p>
          <p className={css.ask}>{said.questions[step.question]}</p>
          <Options>
            <Option nth={1} label={words.common.yes} disabled={work.busy} onChoose={() => answer(step, true)} />
            <Option nth={2} label={words.common.no} disabled={work.busy} onChoose={() => answer(step, false)} />
          </Options>
        </section>
      )}
      {step.name === 'ended' && (
        <p className={css.asked} role="status" data-end={step.end}>
          {step.end === 'ready' ? <CircleCheck /> : <TriangleAlert />}
          {said.ends[step.end]}
        </p>
      )}
      <Refused work={work} />
      <div className={css.answers}>
        {report !== null && step.name !== 'running' && (
          <Press icon={<Download />} onPress={() => saveFile(reportFile(device, report))}>
            {said.download}
          </Press>
        )}
        {(step.name === 'before' || step.name === 'ended') && (
          <Press
            kind={step.name === 'before' ? 'action' : 'plain'}
            icon={<ScanSearch />}
            disabled={work.busy}
            onPress={probe}
          >
            {report === null ? said.start : said.again}
          </Press>
        )}
      </div>
    </Dialog>
  );
}

/** @param profile as it is now, after what a person has seen */
function Report({ report, profile }: { report: ProbeReport; profile: PrinterProfile }) {
  const { words } = useWords();
  const times = useTimes();
  const said = words.admin.machines.probe.report;
  const facts = [
    [said.maker, makerWords(words, report)],
    [said.at, times?.past(report.at) ?? ''],
    [said.condition, words.counter.printers[report.condition]],
    [said.carries, said.ways[report.carries]],
    [said.answers, answersWords(words, report)],
    [said.evidence, words.printers.jobs.evidence[report.evidence]],
    [said.profile, profileWords(words, profile)],
  ] as const;
  return (
    <dl className={css.report}>
      {facts.map(([label, fact]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
