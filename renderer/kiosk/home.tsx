import { useWords } from '../i18n/index.ts';
import { Choice, Choices } from '../ui/choices.tsx';
import { Stage } from '../ui/stage.tsx';
import type { Feature } from './features.ts';

interface Props {
  features: readonly Feature[];
  waiting: number;
  services: number;
  upright: boolean;
  onFeature: (id: string) => void;
}

/** What this kiosk can do; the first is the one most people come for. */
export function Home({ features, waiting, services, upright, onFeature }: Props) {
  const { words } = useWords();
  const clips = ['home.question', ...features.map((feature) => `feature.${feature.id}`)];
  return (
    <Stage broad question={words.home.question} detail={words.home.detail(waiting, services)} clips={clips}>
      <Choices columns={upright ? 1 : 2} roomy={features.length <= 4}>
        {features.map(({ id, icon: Icon, title, detail }, index) => (
          <Choice
            key={id}
            layout="row"
            tone={index === 0 ? 'action' : 'plain'}
            mark={<Icon />}
            name={title(words)}
            note={detail(words)}
            onPress={() => onFeature(id)}
          />
        ))}
      </Choices>
    </Stage>
  );
}
