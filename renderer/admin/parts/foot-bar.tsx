import type { ReactNode } from 'react';
import css from './foot-bar.module.css';

/** What is done with the whole page stays in sight, however long its matter is. */
export function FootBar({ children }: { children: ReactNode }) {
  return <div className={css.bar}>{children}</div>;
}
