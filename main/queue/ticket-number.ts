/** What stands on the paper: the letter of the series and the serial, at least three digits. */
export function ticketNumber(letter: string, serial: number): string {
  return letter + String(serial).padStart(3, '0');
}

/** A number however it was typed: `a-012` and `A 012` are A012. */
export function plainNumber(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
