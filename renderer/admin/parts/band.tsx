import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './band.module.css';

const icons = { good: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

interface Props {
  tone: keyof typeof icons;
  /** What to do about it. */
  tools?: ReactNode;
  children: ReactNode;
}

/** News that stays where it belongs; read out when it appears. */
export function Band({ tone, tools, children }: Props) {
  const Icon = icons[tone];
  return (
    <div className={css.band} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon />
      <p>{children}</p>
      {tools}
    </div>
  );
}
