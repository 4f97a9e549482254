import fc from 'fast-check';

const exotic = fc.uint16Array({ maxLength: 80 }).map((codes) => String.fromCharCode(...codes));
const mixed = fc.tuple(fc.string({ maxLength: 80 }), exotic, fc.string()).map((parts) => parts.join(' '));

/** Whatever a person, a form or a broken import may have put into a name: words, control characters, half an emoji. */
export const anyText = fc.oneof(fc.string({ maxLength: 120 }), mixed);
