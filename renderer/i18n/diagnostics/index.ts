import { type Language, wordsFrom } from '../index.ts';
import { diagnostics as en } from './en.ts';
import { type DiagnosticWords, diagnostics as id } from './id.ts';

export type { DiagnosticWords } from './id.ts';

/** The words of the self-test; they are loaded when it is opened. */
export const diagnosticWords: Record<Language, DiagnosticWords> = { id, en };

export const useDiagnosticWords = wordsFrom(diagnosticWords);
