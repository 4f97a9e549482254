import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../i18n/staff.ts';
import css from './dialog.module.css';
import { KeyCap } from './key-cap.tsx';

interface Props {
  title: string;
  detail?: string | undefined;
  broad?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A question over the screen with keys of its own: a digit chooses the option that bears it, arrows walk, Enter presses,
 * Escape closes.
 */
export function Dialog({ title, detail, broad = false, onClose, children }: Props) {
  const { words } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(first)?.focus();
    return () => element?.close();
  }, []);
  // What had the focus may go, or be disabled for a while: then nobody would hear the keys.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
  });
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      data-broad={broad || undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={walk}
    >
      <div className={css.head}>
        <div>
          <h2 id={titleId} className={css.title}>
            {title}
          </h2>
          {detail !== undefined && <p className={css.detail}>{detail}</p>}
        </div>
        <button type="button" className={css.close} aria-label={words.common.close} onClick={onClose}>
          <X />
        </button>
      </div>
      <div className={css.body}>{children}</div>
    </dialog>
  );
}

const first = '[data-first], [data-option]:not(:disabled)';

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function walk(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof Element && event.target.closest('input, select')) return;
  const options = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-option]:not(:disabled)')];
  const chosen = options.find((option) => option.dataset['option'] === event.key);
  const step = steps[event.key];
  if (chosen !== undefined) {
    event.preventDefault();
    chosen.click();
  } else if (step !== undefined && options.length > 0) {
    event.preventDefault();
    const at = options.indexOf(document.activeElement as HTMLButtonElement);
    const next = at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length;
    options[next]?.focus();
  }
}

export function Options({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={css.section}>
      {label !== undefined && <h3 className={css.label}>{label}</h3>}
      <div className={css.options}>{children}</div>
    </section>
  );
}

interface OptionProps {
  /** The digit that chooses it; none from the tenth on. */
  nth: number;
  label: string;
  note?: string | undefined;
  mark?: ReactNode;
  danger?: boolean;
  on?: boolean | undefined;
  disabled?: boolean;
  onChoose: () => void;
}

export function Option({ nth, label, note, mark, danger = false, on, disabled = false, onChoose }: OptionProps) {
  return (
    <button
      type="button"
      className={css.option}
      data-option={nth <= 9 ? nth : ''}
      data-danger={danger || undefined}
      aria-pressed={on}
      disabled={disabled}
      onClick={onChoose}
    >
      {mark}
      <span className={css.optionWords}>
        <span>{label}</span>
        {note !== undefined && <span className={css.note}>{note}</span>}
      </span>
      {nth <= 9 && <KeyCap>{nth}</KeyCap>}
    </button>
  );
}
