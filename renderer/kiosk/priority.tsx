import { Accessibility, Baby, HeartHandshake, type LucideIcon, PersonStanding } from 'lucide-react';
import type { Priority } from '../../contract/queue.ts';
import { useWords } from '../i18n/index.ts';
import { Choice, Choices } from '../ui/choices.tsx';
import { Stage } from '../ui/stage.tsx';

const kinds: readonly { priority: Priority; icon: LucideIcon }[] = [
  { priority: 'elderly', icon: PersonStanding },
  { priority: 'disabled', icon: Accessibility },
  { priority: 'pregnant', icon: HeartHandshake },
  { priority: 'infant', icon: Baby },
];

const clips = ['priority.question', ...kinds.map(({ priority }) => `priority.${priority}`), 'priority.none'];

interface Props {
  layout: 'tall' | 'row';
  onPriority: (priority: Priority | null) => void;
}

export function PriorityQuestion({ layout, onPriority }: Props) {
  const { words } = useWords();
  return (
    <Stage question={words.priority.question} detail={words.priority.detail} clips={clips}>
      <Choices columns={2}>
        {kinds.map(({ priority, icon: Icon }) => (
          <Choice
            key={priority}
            layout={layout}
            tone="priority"
            mark={<Icon />}
            name={words.priority[priority]}
            note={priority === 'elderly' ? words.priority.elderlyNote : undefined}
            onPress={() => onPriority(priority)}
          />
        ))}
        <Choice layout="row" tone="none" wide name={words.priority.none} onPress={() => onPriority(null)} />
      </Choices>
    </Stage>
  );
}
