export const letterTabs = ['general', 'requirements', 'standard', 'questions', 'text', 'signing'] as const;
export type LetterTab = (typeof letterTabs)[number];

const tabs: Readonly<Record<string, LetterTab>> = {
  requirements: 'requirements',
  standard: 'standard',
  sections: 'questions',
  papers: 'text',
  signing: 'signing',
  numbering: 'signing',
  delegation: 'signing',
};

/** On which tab of a letter a place stands: `papers[0].body[2].text`. */
export function tabOf(at: string): LetterTab {
  return tabs[/^\w*/.exec(at)?.[0] ?? ''] ?? 'general';
}
