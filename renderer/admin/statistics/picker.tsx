import { Chips, TextField } from '../parts/controls.tsx';
import { type Days, isRange, type PeriodName, periodNames } from './periods.ts';
import css from './picker.module.css';
import { useSays } from './says.ts';

interface Props {
  name: PeriodName;
  onName: (name: PeriodName) => void;
  /** What was typed, perhaps not yet a range. */
  own: Days;
  onOwn: (days: Days) => void;
}

/** Which days are looked at. */
export function Picker({ name, onName, own, onOwn }: Props) {
  const { words } = useSays();
  return (
    <div className={css.picker}>
      <Chips
        label={words.period}
        options={periodNames.map((each) => [each, words.periods[each]] as const)}
        chosen={[name]}
        onToggle={onName}
      />
      {name === 'own' && (
        <div className={css.dates}>
          <TextField label={words.from} type="date" value={own.from} onChange={(from) => onOwn({ ...own, from })} />
          <TextField
            label={words.to}
            type="date"
            value={own.to}
            problem={isRange(own) ? undefined : words.wrongDates}
            onChange={(to) => onOwn({ ...own, to })}
          />
        </div>
      )}
    </div>
  );
}
