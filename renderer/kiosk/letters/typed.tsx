import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { LetterField } from '../../../contract/letters.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerBox, PartBoxes } from './answer-box.tsx';
import { Actions, Frame } from './frame.tsx';
import { Keyboard } from './keyboard.tsx';
import { Keypad } from './keypad.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, LettersScreen } from './letters-state.ts';
import { identityShown, isWritten, longestOf, phoneShown, rupiahShown, withSign } from './typing.ts';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'question' }>;
  draft: Draft;
  field: LetterField;
  about: { progress: string; question: string; detail: string | undefined };
}

/** A field that is typed. What is typed is never read aloud. */
export function Typed({ screen, draft, field, about, send, today, ticketOf }: Props) {
  const { words } = useLetterWords();
  const { form } = words;
  const [open, setOpen] = useState(false);
  const { type } = field;
  const onTicket = ticketOf(draft.queueService);
  const typed = draft.typed[screen.place] ?? '';
  const written = isWritten(type);
  const identity = type === 'nik' || type === 'kk';
  const onSign = (sign: string) => send({ type: 'type', typed: withSign(typed, sign, field) });
  const onErase = () => send({ type: 'type', typed: typed.slice(0, -1) });
  const longest = longestOf(field);
  const near = written && typed.length > longest * 0.75 ? form.signs(typed.length, longest) : null;
  const news = screen.news === 'unreachable' && typed === '' ? words.identify.unreachable : near;
  const problem = screen.problem === null ? null : words.problems[screen.problem];
  const detail = identity ? [about.detail, form.scan].filter(Boolean).join(' ') : about.detail;
  return (
    <Frame
      {...about}
      detail={detail}
      problem={problem}
      news={news}
      hands={written ? 'keyboard' : 'keypad'}
      answer={<Shown field={field} typed={typed} hidden={!open} />}
    >
      {written ? (
        <Keyboard onSign={onSign} onErase={onErase} />
      ) : (
        <Keypad point={type === 'number'} onSign={onSign} onErase={onErase} />
      )}
      {identity && (
        <Actions>
          <Button kind="quiet" icon={open ? <EyeOff /> : <Eye />} onPress={() => setOpen(!open)}>
            {open ? form.hide : form.show}
          </Button>
          {type === 'nik' && field.required && onTicket !== null && (
            <Button kind="quiet" onPress={onTicket}>
              {form.noNik}
            </Button>
          )}
        </Actions>
      )}
      <Actions>
        {!field.required && (
          <Button kind="plain" onPress={() => send({ type: 'skip' })}>
            {form.skip}
          </Button>
        )}
        <Button kind="action" large disabled={typed.trim() === ''} onPress={() => send({ type: 'next', today })}>
          {form.next}
        </Button>
      </Actions>
    </Frame>
  );
}

function Shown({ field, typed, hidden }: { field: LetterField; typed: string; hidden: boolean }) {
  const { words, pick } = useLetterWords();
  const { form } = words;
  switch (field.type) {
    case 'date':
      return <PartBoxes labels={form.date} hints={form.dateHint} lengths={[2, 2, 4]} typed={typed} />;
    case 'time':
      return <PartBoxes labels={form.time} hints={form.timeHint} lengths={[2, 2]} typed={typed} />;
    case 'nik':
    case 'kk':
      return <AnswerBox label={form.answer} shown={identityShown(typed, hidden)} size="code" />;
    case 'rupiah':
      return <AnswerBox label={form.answer} shown={rupiahShown(typed)} hint="Rp" size="line" />;
    case 'phone':
      return <AnswerBox label={form.answer} shown={phoneShown(typed)} hint="0812 3456 7890" size="line" />;
    case 'number': {
      const hint = field.unit === undefined ? undefined : pick(field.unit);
      const shown = typed === '' ? '' : [typed.replace('.', ','), hint ?? ''].join(' ').trim();
      return <AnswerBox label={form.answer} shown={shown} hint={hint} size="line" />;
    }
    default:
      return <AnswerBox label={form.answer} shown={typed} size={typed.length > 40 ? 'paragraph' : 'line'} />;
  }
}
