import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import type { LoungeFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { BothFields } from '../form/both.tsx';
import type { Form } from '../form/use-form.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Empty } from '../parts/frame.tsx';
import css from './look.module.css';

const mostTexts = 12;

/** The running text of the displays, in the order in which it runs. */
export function TextsTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { texts } = form.content;
  return (
    <Card
      title={said.tabs.texts}
      detail={said.textsDetail}
      tools={
        <Press
          icon={<Plus />}
          disabled={texts.length >= mostTexts}
          onPress={() => form.add(['texts'], { id: '', en: '' })}
        >
          {said.addText}
        </Press>
      }
    >
      {texts.length === 0 && <Empty>{said.noTexts}</Empty>}
      {texts.map((text, index) => (
        // Two empty ones are alike: only the place tells them apart.
        <div key={index} className={css.entry}>
          <BothFields form={form} at={['texts', index]} value={text} label={said.textLabel(index + 1)} />
          <div className={css.moves}>
            <Press
              kind="bare"
              icon={<ChevronUp />}
              label={words.admin.up(said.textLabel(index + 1))}
              disabled={index === 0}
              onPress={() => form.move(['texts'], index, -1)}
            />
            <Press
              kind="bare"
              icon={<ChevronDown />}
              label={words.admin.down(said.textLabel(index + 1))}
              disabled={index === texts.length - 1}
              onPress={() => form.move(['texts'], index, 1)}
            />
            <Press
              kind="bare"
              icon={<Trash2 />}
              label={words.admin.services.removeNamed(said.textLabel(index + 1))}
              onPress={() => form.remove(['texts'], index)}
            />
          </div>
        </div>
      ))}
    </Card>
  );
}
