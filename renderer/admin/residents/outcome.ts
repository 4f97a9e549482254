import type { ResidentImport, ResidentPreview } from '../../../contract/residents.ts';
import type { residentWords } from '../../i18n/admin/residents.ts';

type Words = (typeof residentWords)['id'];
type Counted = Pick<ResidentPreview, 'added' | 'changed' | 'unchanged' | 'absent' | 'wrongRows'>;

/** Whether whom the file does not name may go: not while a row of it cannot be read, for nobody knows whom that means. */
export const mayBeWhole = ({ absent, wrongRows }: Counted): boolean => absent > 0 && wrongRows === 0;

/** Whether there is anything to take over. */
export const changesList = ({ added, changed, absent }: Counted, whole: boolean): boolean =>
  added > 0 || changed > 0 || (whole && absent > 0);

/** In one sentence what taking the file over will do. @param listed joins the parts: "A, B, dan C" */
export function outcome(
  preview: Counted,
  whole: boolean,
  { preview: { will } }: Words,
  listed: (parts: readonly string[]) => string,
): string {
  const { added, changed, unchanged, absent, wrongRows } = preview;
  if (!changesList(preview, whole)) return wrongRows > 0 && unchanged === 0 ? will.nothingRight : will.nothing;
  const parts = [
    ...(added > 0 ? [will.added(added)] : []),
    ...(changed > 0 ? [will.changed(changed)] : []),
    ...(whole && absent > 0 ? [will.removed(absent)] : []),
    ...(wrongRows > 0 ? [will.skipped(wrongRows)] : []),
  ];
  return will.lead(listed(parts));
}

/** In one sentence what taking an import back will do. */
export function undoOutcome(
  { added, changed, removed }: Pick<ResidentImport, 'added' | 'changed' | 'removed'>,
  { list }: Words,
  listed: (parts: readonly string[]) => string,
): string {
  const parts = [
    ...(added > 0 ? [list.undoAdded(added)] : []),
    ...(changed > 0 ? [list.undoChanged(changed)] : []),
    ...(removed > 0 ? [list.undoRemoved(removed)] : []),
  ];
  return parts.length === 0 ? list.undoNothing : list.undoDetail(listed(parts));
}
