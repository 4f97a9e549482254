import { FileText, Send } from 'lucide-react';
import type { LetterCard } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/letters.ts';
import { Choice } from '../../ui/choices.tsx';

/** A letter: its name, and what it is for. */
export function LetterChoice({ card, onPress }: { card: LetterCard; onPress: () => void }) {
  const { words, pick } = useLetterWords();
  return (
    <Choice
      layout="row"
      mark={card.kind === 'redirect' ? <Send /> : <FileText />}
      name={pick(card.name)}
      note={card.offered === 'desk' && card.kind === 'letter' ? words.list.atDesk : pick(card.purpose)}
      onPress={onPress}
    />
  );
}
