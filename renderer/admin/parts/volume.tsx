import { useWords } from '../../i18n/staff.ts';
import css from './volume.module.css';

interface Props {
  /** 0 to 1. */
  value: number;
  wrong?: boolean;
  onChange: (volume: number) => void;
}

/** How loud calls are. */
export function Volume({ value, wrong = false, onChange }: Props) {
  const { words } = useWords();
  const said = words.admin.look;
  const percent = Math.round(value * 100);
  return (
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
        aria-invalid={wrong || undefined}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
      <span className={css.hint}>{percent === 0 ? said.silent : said.volumeHint}</span>
    </label>
  );
}
