/** A file for the person who sits here. */
export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Hands a file to the person, where the browser keeps such. */
export function saveFile({ name, content }: SavedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
