import { CircleCheck } from 'lucide-react';
import type { Sayings } from '../../i18n/format.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Qr } from '../../ui/qr.tsx';
import { Heading } from '../../ui/stage.tsx';
import type { LettersScreen } from './letters-state.ts';
import css from './receipt.module.css';

interface Props {
  screen: Extract<LettersScreen, { name: 'receipt' }>;
  say: Sayings;
  seconds: number | null;
  onEnd: () => void;
}

/** The code, very large; the number, what to show, and when the letter is ready. The screen goes by itself. */
export function Receipt({ screen, say, seconds, onEnd }: Props) {
  const { words, pick } = useLetterWords();
  const { receipt } = words;
  const { filed, definition } = screen;
  const bring = definition.requirements.filter(({ kind, optional }) => kind !== 'check' && !optional);
  return (
    <main className={css.receipt}>
      <article className={css.slip}>
        <div className={css.title}>
          <CircleCheck />
          <Heading>{receipt.title}</Heading>
        </div>
        <div className={css.code}>
          <p className={css.label}>{receipt.code}</p>
          <p className={css.figures}>{filed.tracking}</p>
          <p className={css.label}>{receipt.keep}</p>
        </div>
        <Qr className={css.qr ?? ''} text={`ANJ2:${filed.tracking.replaceAll('-', '')}`} label={receipt.code} />
        <div className={css.ticket}>
          {filed.ticket === null ? (
            <p>{receipt.noNumber}</p>
          ) : (
            <>
              <p>
                <span className={css.label}>{receipt.number}</span>
                <b className={css.number}>{filed.ticket.number}</b>
              </p>
              <p>{receipt.ahead(filed.ticket.peopleAhead)}</p>
            </>
          )}
        </div>
        {bring.length > 0 && (
          <p className={css.bring}>
            <b>{receipt.bring}</b> {say.list(bring.map(({ name }) => pick(name)))}
          </p>
        )}
      </article>
      <div className={css.hands} data-hands>
        <p className={css.when}>
          {filed.promisedAt === null ? receipt.askDesk : receipt.promised(say.when(filed.promisedAt))}
        </p>
        <Button kind="action" large seconds={seconds} onPress={onEnd}>
          {receipt.finish}
        </Button>
      </div>
    </main>
  );
}
