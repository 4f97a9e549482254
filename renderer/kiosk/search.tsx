import type { Service } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Choices } from '../ui/choices.tsx';
import { useFit } from '../ui/fit.ts';
import { LetterKeys } from '../ui/letter-keys.tsx';
import type { Shape } from '../ui/shape.ts';
import { Heading, Speaker } from '../ui/stage.tsx';
import { found } from './menu.ts';
import type { Preferences } from './preferences.ts';
import css from './search.module.css';
import { ServiceCard } from './service-card.tsx';

interface Props {
  services: readonly Service[];
  typed: string;
  shape: Shape;
  preferences: Preferences;
  say: Sayings;
  onType: (typed: string) => void;
  onService: (service: Service) => void;
}

const longest = 24;
const mostResults: Record<Shape, number> = { portrait: 3, wide: 4, square: 3 };

/** Types the beginning of a word; what fits above the keys is offered. What is typed is never read aloud. */
export function SearchServices({ services, typed, shape, preferences, say, onType, onService }: Props) {
  const { words } = useWords();
  const { text, lowered, language } = preferences;
  const low = lowered && shape === 'portrait';
  const results = found(services, typed);
  const fitKey = `${shape} ${text} ${language} ${typed}`;
  const { fits, inside } = useFit<HTMLDivElement>(low ? 2 : mostResults[shape], fitKey, services, 0);
  const shown = results.slice(0, fits);
  const columns = low || (shape === 'wide' && text === 100) ? 2 : 1;
  return (
    <main className={css.search}>
      <div className={css.question}>
        <Heading>{words.search.question}</Heading>
        <output className={css.typed} aria-label={words.search.typed}>
          {typed === '' ? <span className={css.hint}>{words.search.hint}</span> : typed}
        </output>
        <p className={css.message} role="status">
          {typed.trim() !== '' && results.length === 0 && words.search.none}
          {results.length > shown.length && words.search.more(results.length - shown.length)}
        </p>
      </div>
      <div className={css.results} ref={inside} data-hands>
        <Choices columns={columns}>
          {shown.map((service) => (
            <ServiceCard key={service.id} service={service} layout="row" say={say} onPress={() => onService(service)} />
          ))}
        </Choices>
      </div>
      <div className={css.keys}>
        <Speaker clips={['search.question']} />
        <LetterKeys
          eraseLabel={words.search.erase}
          spaceLabel={words.search.space}
          onLetter={(letter) => onType((typed + letter).trimStart().slice(0, longest))}
          onErase={() => onType(typed.slice(0, -1))}
        />
      </div>
    </main>
  );
}
