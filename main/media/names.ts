import { type MediaKind, mediaEndings } from '../../contract/media.ts';

/** Letters, digits and a few signs that every system takes, then an ending; never a path, never hidden. */
const allowed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()-]{0,79}\.[a-z0-9]{3,4}$/iu;
/** Names that Windows keeps for its devices, whatever their ending. */
const ofDevices = /^(con|prn|aux|nul|com\d|lpt\d) *\./i;

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

/** Whether a file of this name may be shown and sent. */
export function isMediaName(name: string): boolean {
  return allowed.test(name) && !ofDevices.test(name) && name === name.normalize('NFC');
}

/** What a name promises; null: nothing that is shown. */
export function kindByName(name: string): MediaKind | null {
  return mediaEndings[endingOf(name)] ?? null;
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The order in which files are shown: as a person sorts names, 2 before 10. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : Number(a.name > b.name));
}
