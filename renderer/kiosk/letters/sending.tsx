import { Hourglass, Send } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stage } from '../../ui/stage.tsx';
import type { LettersEvent, LettersScreen } from './letters-state.ts';

interface Props {
  screen: Extract<LettersScreen, { name: 'sending' }>;
  send: (event: LettersEvent) => void;
}

/** The request goes out; without an answer the same one is sent again. */
export function Sending({ screen, send }: Props) {
  const { words } = useLetterWords();
  const { sending } = words;
  if (screen.attempt === 1 && screen.retryAt === null) {
    return <Message icon={<Send />} title={sending.question} lines={[sending.detail]} clips={[]} />;
  }
  const status = <Notice tone="warning" icon={<Hourglass />} lines={[sending.retrying, sending.once]} live />;
  return (
    <Stage question={sending.unreachable} status={status} clips={[]}>
      <Button kind="action" large disabled={screen.retryAt === null} onPress={() => send({ type: 'retry' })}>
        {sending.retry}
      </Button>
    </Stage>
  );
}
