import type { ReactNode } from 'react';
import { useWords } from '../../i18n/staff.ts';
import css from './frame.module.css';

interface PageProps {
  title: string;
  detail?: string | undefined;
  tools?: ReactNode;
  /** Stays at the foot of the page, e.g. the bar that saves. */
  foot?: ReactNode;
  /** Ways within the page. */
  tabs?: ReactNode;
  children: ReactNode;
}

/** One page of the supervisor: what it is, what can be done at once, and its matter, which scrolls. */
export function PageFrame({ title, detail, tools, tabs, foot, children }: PageProps) {
  return (
    <>
      <header className={css.head}>
        <div className={css.heading}>
          <h1 className={css.title}>{title}</h1>
          {detail !== undefined && <p className={css.detail}>{detail}</p>}
        </div>
        {tools !== undefined && <div className={css.tools}>{tools}</div>}
      </header>
      {tabs}
      <div className={css.matter} data-scroll role="region" aria-label={title} tabIndex={0}>
        {children}
      </div>
      {foot}
    </>
  );
}

interface CardProps {
  title?: string | undefined;
  detail?: string | undefined;
  tools?: ReactNode;
  /** Takes the height that is left and scrolls within. */
  tall?: boolean;
  children: ReactNode;
}

export function Card({ title, detail, tools, tall = false, children }: CardProps) {
  return (
    <section className={css.card} data-tall={tall || undefined}>
      {(title !== undefined || tools !== undefined) && (
        <div className={css.cardHead}>
          <div>
            {title !== undefined && <h2 className={css.cardTitle}>{title}</h2>}
            {detail !== undefined && <p className={css.cardDetail}>{detail}</p>}
          </div>
          {tools !== undefined && <div className={css.tools}>{tools}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly (readonly [key: T, label: string])[];
  chosen: T;
  onChoose: (tab: T) => void;
}

export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: TabsProps<T>) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(([key, said]) => (
        <button
          key={key}
          type="button"
          className={css.tab}
          aria-current={key === chosen ? 'page' : undefined}
          onClick={() => onChoose(key)}
        >
          {said}
        </button>
      ))}
    </nav>
  );
}

export function Columns({ children }: { children: ReactNode }) {
  return <div className={css.columns}>{children}</div>;
}

/** Fields beside one another where there is room. */
export function Fields({ children, broad = false }: { children: ReactNode; broad?: boolean }) {
  return (
    <div className={css.fields} data-broad={broad || undefined}>
      {children}
    </div>
  );
}

export function Stack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}

type Tone = 'good' | 'warning' | 'danger' | 'calm';

/** A state in one or two words; the icon says it without colour. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={css.badge} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className={css.empty}>{children}</p>;
}

/** Before the hub has answered. */
export function Waiting() {
  const { words } = useWords();
  return (
    <p className={css.empty} role="status">
      {words.admin.waiting}
    </p>
  );
}
