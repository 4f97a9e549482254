import {
  ArrowRightLeft,
  CircleAlert,
  CircleCheck,
  Printer,
  ReceiptText,
  RotateCcw,
  ScrollText,
  TriangleAlert,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PrinterView } from '../../../contract/printing.ts';
import type { CounterClient } from '../../client/staff-client.ts';
import type { Clock } from '../../clock.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../dialog.tsx';
import { problemWords } from '../problem-words.ts';
import { advice, chipWords, nameAmong, toneOf } from './chip.ts';
import { DivertQuestion } from './divert-question.tsx';
import { PaperGuide } from './paper-guide.tsx';
import css from './printer.module.css';
import { ReadsQuestion } from './reads-question.tsx';
import { SlipList } from './slip-list.tsx';
import { slipName } from './slips.ts';
import { useSending } from './use-sending.ts';
import { useSlips } from './use-slips.ts';

interface Props {
  printer: PrinterView;
  /** All of the lounge, this one among them. */
  printers: readonly PrinterView[];
  printing: CounterClient['printing'];
  clock: Clock;
  timeZone: string;
  serviceName: (service: string) => string;
  /** Opens at the picture guide, because a test slip could not be read. */
  reversed?: boolean;
  onClose: () => void;
}

type View = 'printer' | 'guide' | 'reversed' | 'divert';

/** One printer: what is the matter, what to do about it, and what became of its slips. */
export function PrinterSheet(props: Props) {
  const { printer, printers, printing, reversed = false, onClose } = props;
  const { words } = useWords();
  const [view, setView] = useState<View>(reversed ? 'reversed' : 'printer');
  const [news, setNews] = useState<string | null>(null);
  const sending = useSending();
  const { device, name, cutter } = printer;
  const said = words.printers;
  const back = () => setView('printer');
  const act = (ask: () => Promise<unknown>, told: string) => {
    back();
    setNews(null);
    sending.send(ask, () => setNews(told));
  };
  const test = () => act(() => printing.testSlip({ device }), said.news.test);
  const changed = () => act(() => printing.rollChanged({ device }), said.news.changed);
  switch (view) {
    case 'guide':
      return <PaperGuide cutter={cutter} last={{ label: said.acts.changed, onChoose: changed }} onClose={back} />;
    case 'reversed':
      return <PaperGuide cutter={cutter} reversed last={{ label: said.acts.test, onChoose: test }} onClose={back} />;
    case 'divert':
      return (
        <DivertQuestion
          printer={printer}
          printers={printers}
          onClose={back}
          onChoose={(to) => act(() => printing.divert({ device, to: to.device }), said.news.diverted(to.name))}
        />
      );
    case 'printer':
      return (
        <Dialog key="printer" title={said.title(name)} broad onClose={onClose}>
          <Condition printer={printer} printers={printers} />
          {printer.reads !== null && (
            <ReadsQuestion
              key={printer.reads}
              id={printer.reads}
              name={name}
              printing={printing}
              onAnswered={(readable) => (readable ? setNews(said.news.readable) : setView('reversed'))}
            />
          )}
          <Options>
            {printer.condition !== 'absent' && (
              <>
                <Option nth={1} mark={<ReceiptText />} label={said.acts.test} disabled={sending.busy} onChoose={test} />
                <Option nth={2} mark={<ScrollText />} label={said.acts.change} onChoose={() => setView('guide')} />
                <Option
                  nth={3}
                  mark={<RotateCcw />}
                  label={said.acts.changed}
                  disabled={sending.busy}
                  onChoose={changed}
                />
              </>
            )}
            {printer.divertedTo === null ? (
              <Option nth={4} mark={<ArrowRightLeft />} label={said.acts.divert} onChoose={() => setView('divert')} />
            ) : (
              <Option
                nth={4}
                mark={<Printer />}
                label={said.acts.undivert}
                disabled={sending.busy}
                onChoose={() => act(() => printing.divert({ device, to: null }), said.news.undiverted)}
              />
            )}
          </Options>
          <Slips {...props} act={act} busy={sending.busy}>
            <p className={css.news} role="status" data-problem={sending.problem !== null || undefined}>
              {sending.problem === null ? news : problemWords(words, sending.problem)}
            </p>
          </Slips>
        </Dialog>
      );
  }
}

interface SlipsProps extends Props {
  act: (ask: () => Promise<unknown>, told: string) => void;
  /** An act is under way: when it ends, well or not, the list may be another one. */
  busy: boolean;
  /** News of the last act. */
  children: ReactNode;
}

function Slips({ printer, printers, printing, clock, timeZone, serviceName, act, busy, children }: SlipsProps) {
  const { words } = useWords();
  const said = words.printers;
  const { slips, problem } = useSlips(printing, printer.device, [printers, busy], clock);
  return (
    <section className={css.list} aria-label={said.jobs.title}>
      <div className={css.listHead}>
        <h3 className={css.label}>{said.jobs.title}</h3>
        {children}
      </div>
      {slips === undefined ? (
        <p className={css.quiet} role="status">
          {problem === null ? words.admin.waiting : problemWords(words, problem)}
        </p>
      ) : (
        <SlipList
          slips={slips}
          timeZone={timeZone}
          serviceName={serviceName}
          busy={busy}
          onSettle={(slip, as) => act(() => printing.settle({ id: slip.id, as }), said.news[as](slipName(words, slip)))}
        />
      )}
    </section>
  );
}

const icons = { calm: CircleCheck, soon: TriangleAlert, now: CircleAlert } as const;

function Condition({ printer, printers }: Pick<Props, 'printer' | 'printers'>) {
  const { words } = useWords();
  const tone = toneOf(printer);
  const absent = printer.condition === 'absent';
  const Icon = absent ? Printer : icons[tone];
  return (
    <div className={css.condition} data-tone={absent ? 'none' : tone}>
      <Icon />
      <div className={css.main}>
        <p className={css.matter}>{chipWords(words, printer, nameAmong(printers)).join(' · ')}</p>
        <p>{advice(words, printer)}</p>
      </div>
      {!absent && <p className={css.roll}>{words.printers.roll(printer.slips, printer.rollSlips)}</p>}
    </div>
  );
}
