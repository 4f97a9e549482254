import type { LoungeFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import type { Form } from '../form/use-form.ts';
import { Switch } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import css from './look.module.css';

/** How loud the displays call, and in which languages. */
export function VoiceTab({ form }: { form: Form<LoungeFile> }) {
  const { words } = useWords();
  const said = words.admin.look;
  const { voice } = form.content;
  const percent = Math.round(voice.volume * 100);
  return (
    <Card title={said.tabs.voice} detail={said.voiceDetail}>
      <label className={css.volume}>
        <span>
          {said.volume} <strong>{percent} %</strong>
        </span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          aria-invalid={form.problem(['voice', 'volume']) !== undefined || undefined}
          onChange={(event) => form.set(['voice', 'volume'], Number(event.target.value) / 100)}
        />
        <span className={css.hint}>{percent === 0 ? said.silent : said.volumeHint}</span>
      </label>
      <Switch
        label={said.english}
        hint={said.englishHint}
        on={voice.english}
        onChange={(on) => form.set(['voice', 'english'], on)}
      />
    </Card>
  );
}
