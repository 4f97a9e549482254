import type { Shape } from '../ui/shape.ts';
import type { Preferences } from './preferences.ts';

export interface ChoiceLayout {
  columns: 1 | 2 | 3;
  layout: 'tall' | 'row';
  perPage: number;
}

/** How service cards stand on a screen; larger text means fewer a page, never a cut name. */
export function choiceLayout(shape: Shape, { text, lowered }: Preferences, count: number): ChoiceLayout {
  if (shape === 'portrait' && lowered) {
    return text === 100 ? { columns: 2, layout: 'row', perPage: 4 } : { columns: 1, layout: 'row', perPage: 2 };
  }
  if (shape === 'square') {
    if (text === 150) return { columns: 1, layout: 'row', perPage: 3 };
    if (text === 125) return { columns: 2, layout: 'row', perPage: 4 };
    return { columns: count <= 3 ? 1 : 2, layout: 'row', perPage: 6 };
  }
  if (shape === 'wide') {
    if (count <= 3) return { columns: 1, layout: 'row', perPage: 3 };
    if (text === 100) return { columns: 3, layout: 'tall', perPage: 6 };
    return text === 150 ? { columns: 1, layout: 'row', perPage: 3 } : { columns: 2, layout: 'row', perPage: 6 };
  }
  if (text === 150) return { columns: 1, layout: 'row', perPage: 4 };
  if (count <= 3) return { columns: 1, layout: 'row', perPage: 3 };
  return text === 125 ? { columns: 1, layout: 'row', perPage: 4 } : { columns: 2, layout: 'tall', perPage: 6 };
}

/** Offices have long names and little else: rows, with the services' letters out of the way. */
export function agencyLayout(shape: Shape, preferences: Preferences, count: number): ChoiceLayout {
  const { perPage } = choiceLayout(shape, preferences, count);
  const two = shape !== 'portrait' && preferences.text === 100;
  return { columns: two ? 2 : 1, layout: 'row', perPage: preferences.lowered && shape === 'portrait' ? 2 : perPage };
}
