import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { Press } from '../parts/controls.tsx';
import css from './save-bar.module.css';
import type { Form } from './use-form.ts';

interface Props {
  form: Form<unknown>;
  /** Saving is the way on, also when nothing was changed. */
  onward?: { label: string; onPress: () => void; back: { label: string; onPress: () => void } | null };
}

/** The only way to save: what changed stays visible until it is saved or taken back. */
export function SaveBar({ form, onward }: Props) {
  const { words, pick } = useWords();
  const said = words.admin.form;
  const { wrong, found = false } = form;
  useEffect(() => {
    if (wrong === null || found) return;
    // The page has to show the field first, e.g. when it stands on another tab.
    const frame = requestAnimationFrame(() => {
      const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
      field?.scrollIntoView({ block: 'center' });
      field?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [wrong, found]);

  const told = () => {
    if (form.overtaken) return { tone: 'warning', icon: <TriangleAlert />, text: said.overtaken } as const;
    if (wrong !== null) return { tone: 'danger', icon: <CircleAlert />, text: pick(wrong.what) } as const;
    return form.changed ? ({ tone: 'calm', icon: null, text: said.changed } as const) : null;
  };
  const news = told();
  if (news === null && onward === undefined) return null;
  return (
    <div className={css.bar}>
      <p className={css.told} role="status" data-tone={news?.tone}>
        {news?.icon}
        {news?.text}
      </p>
      {form.overtaken && <Press onPress={form.yield}>{said.yield}</Press>}
      {form.changed && !form.overtaken && (
        <Press disabled={form.busy} onPress={form.discard}>
          {said.discard}
        </Press>
      )}
      {onward !== undefined && onward.back !== null && !form.changed && (
        <Press onPress={onward.back.onPress}>{onward.back.label}</Press>
      )}
      {onward !== undefined && !form.changed ? (
        <Press kind="action" onPress={onward.onPress}>
          {onward.label}
        </Press>
      ) : (
        <Press kind="action" disabled={form.busy || form.overtaken} onPress={form.save}>
          {onward === undefined ? said.save : said.saveOn}
        </Press>
      )}
      {form.asked !== null && (
        <Dialog title={said.consequences} detail={said.consequencesDetail} onClose={form.back}>
          <ul className={css.consequences}>
            {form.asked.map(({ kind, what }) => (
              <li key={`${kind} ${what.id}`}>
                <TriangleAlert />
                {pick(what)}
              </li>
            ))}
          </ul>
          <div className={css.answers}>
            <Press onPress={form.back}>{said.goBack}</Press>
            <Press kind="action" disabled={form.busy} onPress={form.confirm}>
              {said.saveAnyway}
            </Press>
          </div>
        </Dialog>
      )}
    </div>
  );
}
