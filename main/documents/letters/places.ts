/**
 * Puts words into the places of a text: `{business.name}`. What an empty place leaves behind goes too: a space too many,
 * brackets around nothing, a comma that divides nothing.
 */
export function filled(text: string, wordsAt: (place: string) => string): string {
  let left = false;
  const words = text.replaceAll(/\{([^{}]+)\}/g, (_, place: string) => {
    const found = wordsAt(place.trim());
    left ||= found === '';
    return found;
  });
  return (left ? withoutRemains(words) : words).replaceAll(/[ \t]{2,}/g, ' ').trim();
}

function withoutRemains(text: string): string {
  return text
    .replaceAll(/\(\s*[,;/-]?\s*\)/g, '')
    .replaceAll(/\s+(?=[,.;:)])/g, '')
    .replaceAll(/\(\s+/g, '(')
    .replaceAll(/([,;:])(?:\s*[,;])+/g, '$1')
    .replaceAll(/[,;:]+(?=[.)])/g, '')
    .replace(/^[\s,;/]+/, '')
    .replace(/[\s,;/]+$/, '');
}
