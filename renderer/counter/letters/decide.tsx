import { CircleSlash, MessageSquareText, Printer, RotateCcw, TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { listed } from '../../i18n/format.ts';
import css from './decide.module.css';
import { NoteDialog } from './note-dialog.tsx';
import { Problem } from './notes.tsx';
import type { Viewing } from './preview.tsx';
import { PrintLetters } from './print-letters.tsx';
import { SignDialog } from './sign-dialog.tsx';
import type { ChosenSigner } from './signer.tsx';
import { type AskedStep, noteIsGood, type OfferedStep, offered, stillOpen } from './steps.ts';
import type { Sent } from './use-sent.ts';
import { useLetters } from './view.ts';

interface Props {
  page: RequestPage;
  signer: ChosenSigner;
  sent: Sent;
  onPage: (page: RequestPage) => void;
  onView: (viewing: Viewing) => void;
}

const icons: Record<AskedStep, typeof Undo2> = {
  ask: MessageSquareText,
  reject: CircleSlash,
  cancel: Undo2,
  undo: RotateCcw,
};

/** The steps that are possible now, the one that leads on largest; beside them what still stands against approving. */
export function Decide({ page, signer, sent, onPage, onView }: Props) {
  const { words } = useLetterWords();
  const { documents, printer, signerPin } = useLetters();
  const [asked, ask] = useState<AskedStep | null>(null);
  const [signing, sign] = useState(false);
  const { decide, steps } = words;
  const { main, others } = offered(page.steps);
  // Between the number and the signature stands the paper.
  const toPrint =
    page.state === 'awaiting_signature'
      ? page.letters.filter(({ state, render }) => state === 'issued' && render === 'rendered')
      : [];
  const view = () => onView({ kind: 'letters', letterIds: toPrint.map(({ id }) => id) });
  const take = (step: OfferedStep, note: string | null) =>
    sent.send(
      step,
      () =>
        step === 'approve'
          ? documents.approve({ id: page.id, officialId: signer.officialId, knownBy: signer.knownBy })
          : documents.step({ id: page.id, step, note: note === '' ? null : note }),
      onPage,
    );
  return (
    <section className={css.decide} aria-label={decide.title}>
      {stillOpen(page.state) && page.obstacles.length > 0 && (
        <div className={css.obstacles}>
          <TriangleAlert />
          <div>
            <p className={css.obstaclesTitle}>{decide.obstacles}</p>
            {page.obstacles.map((obstacle) => (
              <p key={obstacle}>{decide.why[obstacle]}</p>
            ))}
          </div>
        </div>
      )}
      {sent.problem !== null && <Problem>{sent.problem}</Problem>}
      {toPrint.length > 0 && printer?.queue == null && (
        <button type="button" className={css.print} onClick={view}>
          <Printer />
          {words.papers.view}
        </button>
      )}
      {toPrint.length > 0 && printer?.queue != null && <PrintLetters letters={toPrint} sent={sent} onView={view} />}
      {main.map((step) => (
        <button
          key={step}
          type="button"
          className={css.main}
          aria-busy={sent.under === step || undefined}
          onClick={() => (step === 'signed' && signerPin ? sign(true) : take(step, null))}
        >
          {steps[step]}
        </button>
      ))}
      {main.length + others.length === 0 && <p className={css.quiet}>{decide.nothing}</p>}
      {others.length > 0 && (
        <div className={css.others}>
          {others.map((step) => {
            const Icon = icons[step];
            return (
              <button
                key={step}
                type="button"
                className={css.other}
                data-danger={step === 'reject' || undefined}
                aria-haspopup="dialog"
                onClick={() => ask(step)}
              >
                <Icon />
                {steps[step]}
              </button>
            );
          })}
        </div>
      )}
      {signing && (
        <SignDialog
          ids={[page.id]}
          // The page follows the hub by itself.
          onSigned={() => sign(false)}
          onClose={() => sign(false)}
        />
      )}
      {asked !== null && (
        <NoteDialog
          said={words.asks[asked]}
          begin={asked === 'ask' ? missingWords() : ''}
          good={(note) => noteIsGood(asked, note)}
          onNote={(note) => {
            ask(null);
            take(asked, note);
          }}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );

  /** What the clerk has marked as missing stands in the message already. */
  function missingWords(): string {
    const missing = page.requirements.filter(({ state }) => state === 'missing').map(({ id }) => id);
    const names = page.definition.requirements.filter(({ id }) => missing.includes(id)).map(({ name }) => name.id);
    return names.length === 0 ? '' : words.asks.bring(listed(names, 'id'));
  }
}
