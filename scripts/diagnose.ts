/**
 * For technicians: `npm run --silent diagnose -- [--json] [--data DIR]` prints the numbered steps of the hub's self-test.
 * It asks the running hub; where none answers it looks at what can be seen from outside, and says so. Nothing that it
 * prints is personal.
 */
import { existsSync } from 'node:fs';
import type { DiagnosticReport, StepFinding } from '../contract/diagnostics.ts';
import { thisPlatform } from '../main/diagnostics/open.ts';
import { seenFromOutside, testFromOutside } from '../main/diagnostics/own-outside.ts';
import { programFiles } from '../main/program-files.ts';
import { FileKey } from '../main/store/key.ts';
import { findingLines, reportText } from '../renderer/diagnostics/report-text.ts';
import { diagnostics as words } from '../renderer/i18n/diagnostics/en.ts';
import { askHub, CannotHelp, readOrder, tell } from './running-hub.ts';

const usage = 'npm run --silent diagnose -- [--json] [--data DIR]';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function fromOutside(dataFolder: string): Promise<StepFinding[]> {
  const told: StepFinding[] = [];
  for await (const finding of testFromOutside(
    dataFolder,
    new FileKey(dataFolder),
    silent,
    new AbortController().signal,
  ))
    if (seenFromOutside.includes(finding.step)) told.push(finding);
  return told;
}

tell(async () => {
  const { words: named, dataFolder, json } = readOrder(usage);
  if (named.length > 0) throw new CannotHelp(`there is nothing to name. Usage: ${usage}`);
  const answer = await askHub(dataFolder, 'diagnose').catch((error: unknown) => {
    if (error instanceof CannotHelp) return error;
    throw error;
  });
  if (!(answer instanceof CannotHelp)) {
    if (answer.status !== 200) throw new CannotHelp(`the hub said ${answer.status}; see its log.`);
    const report = answer.body as DiagnosticReport;
    console.log(json ? JSON.stringify(report, null, 2) : reportText(words, report).trimEnd());
    if (report.steps.some(({ verdict }) => verdict === 'bad')) process.exitCode = 2;
    return;
  }
  if (!existsSync(dataFolder)) throw new CannotHelp(`there is no folder ${dataFolder}. Usage: ${usage}`);
  console.error(`anjungan: ${answer.message}\nanjungan: this is what can be seen from outside.`);
  const steps = await fromOutside(dataFolder);
  const { version } = programFiles(import.meta.dirname);
  const told = { at: new Date().toISOString(), version, platform: thisPlatform(), running: false, steps };
  console.log(json ? JSON.stringify(told, null, 2) : findingLines(words, steps).join('\n'));
  if (steps.some(({ verdict }) => verdict === 'bad')) process.exitCode = 2;
});
