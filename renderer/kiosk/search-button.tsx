import { Search } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';

export function SearchButton({ onSearch }: { onSearch: () => void }) {
  const { words } = useWords();
  return (
    <Button kind="quiet" icon={<Search />} onPress={onSearch}>
      {words.services.search}
    </Button>
  );
}
