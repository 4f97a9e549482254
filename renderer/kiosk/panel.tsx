import { ArrowDownToLine, Contrast, Droplets, Volume2 } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { OneOf, Switch } from '../ui/toggle.tsx';
import css from './panel.module.css';
import type { Preferences } from './preferences.ts';

interface Props {
  preferences: Preferences;
  /** The buttons can be lowered on an upright screen only. */
  canLower: boolean;
  canRead: boolean;
  onPrefer: (change: Partial<Preferences>) => void;
  /** Null while somebody is in the middle of something. */
  onClean: (() => void) | null;
  onClose: () => void;
}

const sizes = [100, 125, 150] as const;

/** "Huruf besar & bantuan": every change shows at once behind the panel. */
export function Panel({ preferences, canLower, canRead, onPrefer, onClean, onClose }: Props) {
  const { words } = useWords();
  const { panel } = words;
  const states = { on: panel.on, off: panel.off };
  return (
    <Sheet title={panel.title} onClose={onClose}>
      <div className={css.rows}>
        <OneOf
          label={panel.text}
          value={preferences.text}
          options={sizes.map((size) => ({
            value: size,
            label: panel.textSize(size),
            shown: <span className={css.sample} data-size={size} />,
          }))}
          onChange={(text) => onPrefer({ text })}
        />
        <OneOf
          label={panel.language}
          value={preferences.language}
          options={[
            { value: 'id', label: panel.indonesian, shown: panel.indonesian, lang: 'id' },
            { value: 'en', label: panel.english, shown: panel.english, lang: 'en' },
          ]}
          onChange={(language) => onPrefer({ language })}
        />
        <Switch
          icon={<Contrast />}
          label={panel.contrast}
          on={preferences.highContrast}
          states={states}
          onChange={(highContrast) => onPrefer({ highContrast })}
        />
        {canLower && (
          <Switch
            icon={<ArrowDownToLine />}
            label={panel.lowered}
            on={preferences.lowered}
            states={states}
            onChange={(lowered) => onPrefer({ lowered })}
          />
        )}
        {canRead && (
          <Switch
            icon={<Volume2 />}
            label={panel.readAloud}
            on={preferences.readAloud}
            states={states}
            onChange={(readAloud) => onPrefer({ readAloud })}
          />
        )}
      </div>
      <div className={css.end}>
        {onClean !== null && (
          <Button kind="quiet" icon={<Droplets />} onPress={onClean}>
            {panel.clean}
          </Button>
        )}
        <Button kind="action" onPress={onClose}>
          {words.common.close}
        </Button>
      </div>
    </Sheet>
  );
}
