import { Building2 } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { Choice, Choices } from '../ui/choices.tsx';
import { useFit } from '../ui/fit.ts';
import { Pager } from '../ui/pager.tsx';
import { Stage } from '../ui/stage.tsx';
import type { ChoiceLayout } from './layout.ts';
import { type Menu, pageOf } from './menu.ts';
import { SearchButton } from './search-button.tsx';

interface Props {
  menu: Menu;
  page: number;
  layout: ChoiceLayout;
  fitKey: string;
  onAgency: (id: string) => void;
  onPage: (page: number) => void;
  onSearch: () => void;
}

/** With many services, their offices are asked first. */
export function Agencies({ menu, page, layout, fitKey, onAgency, onPage, onSearch }: Props) {
  const { words, pick } = useWords();
  const { fits, inside } = useFit<HTMLDivElement>(layout.perPage, fitKey, menu.agencies, page);
  const shown = pageOf(menu.agencies, page, fits);
  const clips = ['agencies.question', ...shown.items.map(({ agency }) => `agency.${agency.id}`)];
  return (
    <Stage
      broad
      question={words.agencies.question}
      detail={words.agencies.detail}
      tools={menu.searchable && <SearchButton onSearch={onSearch} />}
      clips={clips}
      handsRef={inside}
    >
      <Choices columns={layout.columns}>
        {shown.items.map(({ agency, services }) => (
          <Choice
            key={agency.id}
            layout={layout.layout}
            mark={<Building2 />}
            name={pick(agency.name)}
            note={words.agencies.services(services.length)}
            onPress={() => onAgency(agency.id)}
          />
        ))}
      </Choices>
      <Pager page={shown.page} pages={shown.pages} words={words.common} onPage={onPage} />
    </Stage>
  );
}
