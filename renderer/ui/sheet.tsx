import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import css from './sheet.module.css';

interface Props {
  title: string;
  detail?: string;
  icon?: ReactNode;
  tone?: 'calm' | 'good' | 'warning';
  onClose: () => void;
  children: ReactNode;
}

/** A question over the screen. Everything behind it is out of reach until it is answered. */
export function Sheet({ title, detail, icon, tone = 'calm', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the first paint: until it is open, a sheet lies at the foot of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css.head} data-tone={tone} aria-live="polite">
        {icon}
        <div>
          <h2 id={titleId} className={css.title}>
            {title}
          </h2>
          {detail !== undefined && <p className={css.detail}>{detail}</p>}
        </div>
      </div>
      <div className={css.body}>{children}</div>
    </dialog>
  );
}
