import { Hourglass, Ticket } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { Notice } from '../ui/notice.tsx';
import { Stage } from '../ui/stage.tsx';

interface Props {
  /** The hub did not answer; the same wish is repeated until it does. */
  unreachable: boolean;
  /** A repeated wish is under way. */
  asking: boolean;
  onRetry: () => void;
}

export function Taking({ unreachable, asking, onRetry }: Props) {
  const { words } = useWords();
  if (!unreachable) {
    const { question, detail } = words.taking;
    return <Message icon={<Ticket />} title={question} lines={[detail]} clips={['taking.question']} />;
  }
  const status = <Notice tone="warning" icon={<Hourglass />} lines={[words.taking.retrying, words.taking.once]} live />;
  return (
    <Stage question={words.taking.unreachable} status={status} clips={['taking.unreachable']}>
      <Button kind="action" large disabled={asking} onPress={onRetry}>
        {words.taking.retry}
      </Button>
    </Stage>
  );
}
