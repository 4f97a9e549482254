import { FileText } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

/** A list or a letter that is on its way, or did not come. */
export function Opening({ title, failed, onRetry }: { title: string; failed: boolean; onRetry: () => void }) {
  const { words } = useLetterWords();
  if (!failed) return <Message icon={<FileText />} title={title} lines={[]} clips={[]} />;
  return (
    <Message icon={<FileText />} title={words.list.failed} lines={[words.list.failedDetail]} clips={[]}>
      <Button kind="action" large onPress={onRetry}>
        {words.list.retry}
      </Button>
    </Message>
  );
}
