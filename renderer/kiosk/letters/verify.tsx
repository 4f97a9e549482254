import { CircleCheck, CircleX, Clock, FileSearch, type LucideIcon, ScanQrCode, ShieldQuestionMark } from 'lucide-react';
import { type LetterWords, useLetterWords } from '../../i18n/letters.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Actions, Frame } from './frame.tsx';
import type { LetterView } from './letter-view.ts';
import type { VerifiedLetter } from './letters-client.ts';
import type { LettersScreen } from './letters-state.ts';
import css from './verify.module.css';

/** Waits for the scanner to read the code of a letter. */
export function Verify({ screen }: { screen: Extract<LettersScreen, { name: 'verify' }> }) {
  const { words } = useLetterWords();
  const { verify } = words;
  const { token, problem } = screen;
  const news = token === null ? (problem === null ? verify.scan : verify[problem]) : verify.looking;
  return <Message icon={<ScanQrCode />} title={verify.question} lines={[news, verify.register]} clips={[]} />;
}

interface Said {
  icon: LucideIcon;
  tone: 'good' | 'warning' | 'danger';
  news: string;
  detail: string;
}

const looks: Record<'issued' | 'void' | 'expired', Pick<Said, 'icon' | 'tone'>> = {
  issued: { icon: CircleCheck, tone: 'good' },
  void: { icon: CircleX, tone: 'danger' },
  expired: { icon: Clock, tone: 'warning' },
};

function saidOf(letter: VerifiedLetter, { verify }: LetterWords): Said {
  if (letter.result === 'false')
    return { icon: CircleX, tone: 'danger', news: verify.false, detail: verify.falseDetail };
  if (letter.result === 'unknown_issuer')
    return { icon: ShieldQuestionMark, tone: 'warning', news: verify.unknown, detail: verify.unknownDetail };
  if (letter.now === null) {
    return { icon: FileSearch, tone: 'warning', news: verify.elsewhere, detail: verify.elsewhereDetail };
  }
  const [news, detail] = verify.now[letter.now];
  return { ...looks[letter.now], news, detail };
}

interface VerifiedProps extends LetterView {
  screen: Extract<LettersScreen, { name: 'verified' }>;
  onEnd: () => void;
}

/** What a letter's code says, and what the register says of it now; never more than that. */
export function Verified({ screen, say, send, upright, onEnd }: VerifiedProps) {
  const { words } = useLetterWords();
  const { verify } = words;
  const letter = screen.said;
  const { icon: Icon, tone, news, detail } = saidOf(letter, words);
  const facts =
    letter.result === 'issued'
      ? [
          [verify.number, letter.number],
          [verify.kind, letter.kind],
          [verify.date, say.dayOf(letter.date)],
          [verify.name, letter.name],
          [verify.issuer, letter.issuer],
          ...(letter.listDate === null ? [] : [[verify.listDate, say.dayOf(letter.listDate)] as const]),
        ]
      : [];
  const box = (
    <section className={css.said} data-tone={tone}>
      <Icon />
      {facts.length > 0 && (
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={css.register}>{verify.register}</p>
    </section>
  );
  const finish = (
    <Button kind="action" large onPress={onEnd}>
      {verify.finish}
    </Button>
  );
  const another = (
    <Button kind="plain" onPress={() => send({ type: 'verify' })}>
      {verify.another}
    </Button>
  );
  return (
    <Frame
      progress={verify.question}
      question={news}
      detail={detail}
      hands="choices"
      answer={upright ? box : undefined}
    >
      {!upright && box}
      {upright ? (
        <Buttons>
          {finish}
          {another}
        </Buttons>
      ) : (
        <Actions>
          {another}
          {finish}
        </Actions>
      )}
    </Frame>
  );
}
