import type { CSSProperties, ReactNode } from 'react';
import css from './choices.module.css';

interface ChoicesProps {
  columns: 1 | 2 | 3;
  /** There are few: each may be larger. */
  roomy?: boolean;
  children: ReactNode;
}

/** Cards to touch, in reading order. */
export function Choices({ columns, roomy, children }: ChoicesProps) {
  return (
    <ul className={css.choices} data-columns={columns} data-roomy={roomy || undefined}>
      {children}
    </ul>
  );
}

interface ChoiceProps {
  /** `tall`: the mark above the name; `row`: beside it. */
  layout: 'tall' | 'row';
  mark?: ReactNode;
  icon?: ReactNode;
  name: string;
  note?: ReactNode | undefined;
  tone?: 'plain' | 'action' | 'closed' | 'priority' | 'none';
  style?: CSSProperties;
  wide?: boolean;
  onPress: () => void;
}

export function Choice({ layout, mark, icon, name, note, tone = 'plain', style, wide, onPress }: ChoiceProps) {
  return (
    <li className={css.item} data-wide={wide || undefined}>
      <button
        type="button"
        className={css.choice}
        data-layout={layout}
        data-tone={tone}
        style={style}
        onClick={onPress}
      >
        {mark !== undefined && <span className={css.mark}>{mark}</span>}
        <span className={css.words}>
          <span className={css.name}>{name}</span>
          {note !== undefined && <span className={css.note}>{note}</span>}
        </span>
        {icon !== undefined && <span className={css.icon}>{icon}</span>}
      </button>
    </li>
  );
}
