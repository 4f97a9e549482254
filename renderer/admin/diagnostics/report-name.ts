/** `diagnostik-2026-11-24-0914.txt`: when it was made, and nothing of where. @param at ISO 8601 */
export function reportName(at: string, ending: 'txt' | 'json'): string {
  return `diagnostik-${at.slice(0, 10)}-${at.slice(11, 16).replace(':', '')}.${ending}`;
}
