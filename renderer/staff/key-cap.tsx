import type { ReactNode } from 'react';
import css from './key-cap.module.css';

/** The key of the keyboard that does the same; screen readers have the button's own `aria-keyshortcuts`. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd className={css.cap} aria-hidden="true">
      {children}
    </kbd>
  );
}
