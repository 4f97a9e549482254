import { Braces, CircleAlert } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import css from './letters.module.css';
import { kept, readable, type TextPlace } from './text-places.ts';

interface Props {
  label: string;
  hint?: string | undefined;
  value: string;
  places: readonly TextPlace[];
  problem?: string | undefined;
  /** One line: Enter does nothing. */
  line?: boolean;
  onChange: (text: string) => void;
}

/** A text with places that answers fill, each read by its name; the names below it put one in where the cursor stands. */
export function PlaceText({ label, hint, value, places, problem, line = false, onChange }: Props) {
  const { words } = useOfficeWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(false);
  const said = words.text;
  const text = readable(value, places);
  const change = (typed: string) => onChange(kept(line ? typed.replaceAll('\n', ' ') : typed, places));
  const insert = ({ label: name }: TextPlace) => {
    const element = area.current;
    if (element === null) return;
    const { selectionStart: from, selectionEnd: to } = element;
    const put = `{${name}}`;
    change(text.slice(0, from) + put + text.slice(to));
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(from + put.length, from + put.length);
    });
  };
  return (
    <div className={css.placeText}>
      <label className={css.placeLabel} htmlFor={id}>
        {label}
      </label>
      <div className={css.placeBox}>
        <textarea
          ref={area}
          id={id}
          className={css.area}
          data-line={line || undefined}
          rows={line ? 1 : 2}
          value={text}
          spellCheck={false}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-told`}
          onKeyDown={(event) => {
            if (line && event.key === 'Enter') event.preventDefault();
          }}
          onChange={(event) => change(event.target.value)}
        />
        <button
          type="button"
          className={css.insert}
          aria-label={said.insertInto(label)}
          title={said.insert}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Braces />
        </button>
      </div>
      {problem !== undefined && (
        <p id={`${id}-told`} className={css.problem}>
          <CircleAlert />
          {problem}
        </p>
      )}
      {problem === undefined && hint !== undefined && <p className={css.hint}>{hint}</p>}
      {open && <PlaceChips places={places} onChoose={insert} />}
    </div>
  );
}

function PlaceChips({ places, onChoose }: { places: readonly TextPlace[]; onChoose: (place: TextPlace) => void }) {
  const groups = [...Map.groupBy(places, ({ group }) => group)];
  return (
    <div className={css.places}>
      {groups.map(([group, inside]) => (
        <div key={group} className={css.placeGroup} role="group" aria-label={group}>
          <span className={css.placeGroupName}>{group}</span>
          <span className={css.placeChips}>
            {inside.map((place) => (
              <button key={place.place} type="button" className={css.placeChip} onClick={() => onChoose(place)}>
                {place.name}
              </button>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
