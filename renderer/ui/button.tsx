import type { ReactNode } from 'react';
import css from './button.module.css';

interface Props {
  kind: 'action' | 'plain' | 'night' | 'quiet';
  icon?: ReactNode;
  /** The one thing to do on a screen. */
  large?: boolean;
  /** Seconds until the button is pressed by itself. */
  seconds?: number | null;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

export function Button({ kind, icon, large = false, seconds = null, disabled = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={css.button}
      data-kind={kind}
      data-large={large || undefined}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      <span>{children}</span>
      {seconds !== null && (
        <span className={css.seconds} aria-hidden="true">
          {seconds}
        </span>
      )}
    </button>
  );
}

/** Answers side by side where the screen is broad, else below one another. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>;
}
