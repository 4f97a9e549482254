import type { DiagnosticReport, StepFinding } from '../../contract/diagnostics.ts';
import type { DiagnosticWords } from '../i18n/diagnostics/id.ts';

/** One finding in words: what, and what to do and who can where something is to be done. */
export function wordsOf(
  words: DiagnosticWords,
  { finding, figures }: StepFinding,
): { readonly what: string; readonly act: string | null; readonly who: string | null } {
  const { what, act, who } = words.findings[finding];
  return { what: what(figures), act: act ?? null, who: who === undefined ? null : words.who[who] };
}

/** The findings as lines: `1. Ruang penyimpanan: Baik. Masih ada 40 GB.` */
export function findingLines(words: DiagnosticWords, steps: readonly StepFinding[]): string[] {
  const names = Object.keys(words.steps);
  return steps.flatMap((finding) => {
    const { what, act, who } = wordsOf(words, finding);
    const nth = `${names.indexOf(finding.step) + 1}.`.padEnd(4);
    const line = `${nth}${words.steps[finding.step]}: ${words.verdicts[finding.verdict]}. ${what}`;
    return act === null ? [line] : [line, `    ${words.file.act(act, who ?? '')}`];
  });
}

/** A report as a person reads it. */
export function reportText(words: DiagnosticWords, report: DiagnosticReport): string {
  const { file } = words;
  const minutes = Math.floor(report.uptimeSeconds / 60);
  const counts = Object.entries(report.counts).map(([table, count]) => `${count} ${file.rows[table] ?? table}`);
  const head = [
    file.head,
    file.at(report.at),
    file.version(report.version),
    file.platform(report.platform),
    file.uptime(Math.floor(minutes / 60), minutes % 60),
    ...(counts.length > 0 ? [file.counts(counts.join(', '))] : []),
  ];
  return `${[...head, '', ...findingLines(words, report.steps)].join('\n')}\n`;
}
