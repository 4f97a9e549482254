import { Trash2 } from 'lucide-react';
import { useLetterWords } from '../../i18n/letters.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Nothing that was typed goes without a word. */
export function Leaving({ onDiscard, onStay }: { onDiscard: () => void; onStay: () => void }) {
  const { words } = useLetterWords();
  const { leaving } = words;
  return (
    <Sheet icon={<Trash2 />} tone="warning" title={leaving.title} detail={leaving.detail} onClose={onStay}>
      <Button kind="action" large onPress={onStay}>
        {leaving.stay}
      </Button>
      <Button kind="plain" onPress={onDiscard}>
        {leaving.discard}
      </Button>
    </Sheet>
  );
}
