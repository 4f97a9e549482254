import { CalendarX } from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import type { Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Choices } from '../ui/choices.tsx';
import { useFit } from '../ui/fit.ts';
import { Message } from '../ui/message.tsx';
import { Pager } from '../ui/pager.tsx';
import { Stage } from '../ui/stage.tsx';
import type { ChoiceLayout } from './layout.ts';
import { pageOf } from './menu.ts';
import { SearchButton } from './search-button.tsx';
import { ServiceCard } from './service-card.tsx';

interface Props {
  services: readonly Service[];
  /** The office whose services these are, when it was asked first. */
  agency: Bilingual | null;
  desk: Bilingual;
  searchable: boolean;
  page: number;
  layout: ChoiceLayout;
  fitKey: string;
  say: Sayings;
  onService: (service: Service) => void;
  onPage: (page: number) => void;
  onSearch: () => void;
  onEnd: () => void;
}

export function Services(props: Props) {
  const { services, agency, desk, searchable, page, layout, fitKey, say, onService, onPage, onSearch, onEnd } = props;
  const { words, pick } = useWords();
  const { fits, inside } = useFit<HTMLDivElement>(layout.perPage, fitKey, services, page);
  if (services.length === 0) {
    return (
      <Message
        icon={<CalendarX />}
        title={words.services.empty}
        lines={[words.services.goToDesk(pick(desk))]}
        clips={['services.empty', 'go.desk']}
      >
        <Button kind="action" large onPress={onEnd}>
          {words.closed.finish}
        </Button>
      </Message>
    );
  }
  const shown = pageOf(services, page, fits);
  const clips = ['services.question', ...shown.items.map((service) => `service.${service.id}`)];
  const detail = agency === null ? words.services.detail : pick(agency);
  return (
    <Stage
      broad
      question={words.services.question}
      detail={detail}
      tools={searchable && <SearchButton onSearch={onSearch} />}
      clips={clips}
      handsRef={inside}
    >
      <Choices columns={fits === 1 ? 1 : layout.columns} roomy={services.length <= 3}>
        {shown.items.map((service) => (
          <ServiceCard
            key={service.id}
            service={service}
            layout={layout.layout}
            say={say}
            onPress={() => onService(service)}
          />
        ))}
      </Choices>
      <Pager page={shown.page} pages={shown.pages} words={words.common} onPage={onPage} />
    </Stage>
  );
}
