import type { LoungeFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import type { Form } from '../form/use-form.ts';
import { Switch } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Volume } from '../parts/volume.tsx';

/** How loud the displays call, and in which languages. */
export function VoiceTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { voice } = form.content;
  return (
    <Card title={said.tabs.voice} detail={said.voiceDetail}>
      <Volume
        value={voice.volume}
        wrong={form.problem(['voice', 'volume']) !== undefined}
        onChange={(volume) => form.set(['voice', 'volume'], volume)}
      />
      <Switch
        label={said.english}
        hint={said.englishHint}
        on={voice.english}
        onChange={(on) => form.set(['voice', 'english'], on)}
      />
    </Card>
  );
}
