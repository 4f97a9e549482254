/**
 * Puts a text on the machine's clipboard.
 * @param clipboard undefined where the page has none
 * @returns whether it is there; a window of the program may not write to it by itself
 */
export async function copy(clipboard: Pick<Clipboard, 'writeText'> | undefined, text: string): Promise<boolean> {
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
