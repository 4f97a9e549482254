import { Eye, EyeOff, Pencil, Ticket } from 'lucide-react';
import { useState } from 'react';
import type { LetterField } from '../../../contract/letters.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { AnswerBox } from './answer-box.tsx';
import { Actions, Frame } from './frame.tsx';
import { byPlaces, canMatch, longestBy } from './identifying.ts';
import { Keyboard } from './keyboard.tsx';
import { Keypad } from './keypad.tsx';
import type { LetterView } from './letter-view.ts';
import type { Draft, IdentifyBy, LettersScreen } from './letters-state.ts';
import { identityShown, withSign } from './typing.ts';

interface Props extends LetterView {
  screen: Extract<LettersScreen, { name: 'identify' }>;
  draft: Draft;
}

/** One thing more than the NIK, so that the hub may fill in what the village knows. */
export function Identify({ screen, draft, send, ticketOf }: Props) {
  const { words } = useLetterWords();
  const { identify, form } = words;
  const [open, setOpen] = useState(false);
  const { by, looking, problem } = screen;
  const skip = () => send({ type: 'skip' });
  const onTicket = ticketOf(draft.queueService);
  if (problem === 'often') {
    return (
      <Frame question={identify.often} detail={identify.oftenDetail} hands="choices">
        <Choices columns={1} roomy>
          {onTicket !== null && (
            <Choice layout="row" tone="action" mark={<Ticket />} name={identify.ticket} onPress={onTicket} />
          )}
          <Choice layout="row" mark={<Pencil />} name={identify.alone} onPress={skip} />
        </Choices>
      </Frame>
    );
  }
  const typed = draft.typed[byPlaces[by]] ?? '';
  const other: IdentifyBy = by === 'kk' ? 'name' : 'kk';
  const onSign = (sign: string) => send({ type: 'type', typed: withSign(typed, sign, fields[by]) });
  const onErase = () => send({ type: 'type', typed: typed.slice(0, -1) });
  const change = (
    <Button kind="quiet" disabled={looking} onPress={() => send({ type: 'by', by: other })}>
      {identify.change[other]}
    </Button>
  );
  const go = (
    <>
      <Button kind="plain" onPress={skip}>
        {identify.skip}
      </Button>
      <Button kind="action" large disabled={looking || !canMatch(draft, by)} onPress={() => send({ type: 'match' })}>
        {looking ? identify.looking : identify.match}
      </Button>
    </>
  );
  return (
    <Frame
      question={identify.question}
      detail={identify.detail[by]}
      problem={problem === null ? null : identify[problem]}
      hands={by === 'kk' ? 'keypad' : 'keyboard'}
      answer={
        <AnswerBox
          label={identify.label[by]}
          shown={by === 'kk' ? identityShown(typed, !open) : typed}
          hint={identify.label[by]}
          size={by === 'kk' && typed !== '' ? 'code' : 'line'}
        />
      }
    >
      {by === 'kk' ? (
        <>
          <Keypad onSign={onSign} onErase={onErase} />
          <Actions>
            <Button kind="quiet" icon={open ? <EyeOff /> : <Eye />} onPress={() => setOpen(!open)}>
              {open ? form.hide : form.show}
            </Button>
            {change}
          </Actions>
          <Actions>{go}</Actions>
        </>
      ) : (
        <>
          <Keyboard onSign={onSign} onErase={onErase} />
          <Actions>
            {change}
            {go}
          </Actions>
        </>
      )}
    </Frame>
  );
}

const field = (type: 'kk' | 'name'): LetterField => ({
  id: type,
  type,
  ask: { id: '', en: '' },
  label: { id: '', en: '' },
  longest: longestBy[type],
  required: true,
  asked: 'kiosk',
  future: false,
});
/** They are typed as answers of these kinds are. */
const fields: Record<IdentifyBy, LetterField> = { kk: field('kk'), name: field('name') };
