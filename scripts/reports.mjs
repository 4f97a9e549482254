/** What the runners' own JSON reports say, summed. */

/**
 * @typedef {object} Sum
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped a line for each test that did not run
 * @property {string[]} failures a line for each failed test
 */

/**
 * Reasons that do not fail the run: a test that lacks nothing but these says so in its title, or in Playwright's reason.
 * Another operating system is other hardware.
 */
const excuses = /\bneeds (Electron's binary|hardware|a real \w+|Windows|Linux|macOS)/i;

/** @param {string} skipped */
export const isExcused = (skipped) => excuses.test(skipped);

/**
 * @param {any} report of `vitest --reporter=json`
 * @returns {Sum}
 */
export function sumVitest(report) {
  /** @type {Sum} */
  const sum = { passed: 0, failed: 0, skipped: [], failures: [] };
  for (const file of report.testResults) {
    let failedHere = 0;
    for (const test of file.assertionResults) {
      const line = `${file.name}: ${test.fullName}`;
      if (test.status === 'passed') sum.passed++;
      else if (test.status === 'failed') {
        failedHere++;
        sum.failures.push(line);
      } else sum.skipped.push(line);
    }
    // A file that cannot be loaded, or whose hook fails, has failed without a failed test.
    if (file.status === 'failed' && failedHere === 0) {
      failedHere = 1;
      sum.failures.push(`${file.name}: ${file.message}`);
    }
    sum.failed += failedHere;
  }
  return sum;
}

/**
 * @param {any} report of `playwright test --reporter=json`
 * @returns {Sum} a flaky test counts as failed
 */
export function sumPlaywright(report) {
  /** @type {Sum} */
  const sum = { passed: 0, failed: 0, skipped: [], failures: [] };
  const visit = (/** @type {any} */ suite, /** @type {string} */ path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const line = `${path}${spec.title}`;
        if (test.status === 'expected') sum.passed++;
        else if (test.status === 'skipped') {
          const reasons = (test.annotations ?? []).map((/** @type {any} */ a) => a.description).filter(Boolean);
          sum.skipped.push([line, ...reasons].join(': '));
        } else {
          sum.failed++;
          sum.failures.push(test.status === 'flaky' ? `${line} (flaky)` : line);
        }
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, `${path}${inner.title}: `);
  };
  for (const suite of report.suites) visit(suite, `${suite.title}: `);
  for (const error of report.errors ?? []) {
    sum.failed++;
    sum.failures.push(String(error.message ?? error));
  }
  return sum;
}
