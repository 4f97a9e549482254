import type { DisciplineSettings } from '../../../contract/catalogue.ts';

export const rules = ['accumulating', 'strict', 'ratio'] as const satisfies DisciplineSettings['rule'][];

/** A rule with the figure that it begins with. */
export function disciplineOf(rule: DisciplineSettings['rule']): DisciplineSettings {
  switch (rule) {
    case 'accumulating':
      return { rule, priorityRate: 3 };
    case 'strict':
      return { rule };
    case 'ratio':
      return { rule, regularPerPriority: 3 };
  }
}
