import { expect, test } from 'vitest';
import { isExcused, sumPlaywright, sumVitest } from './reports.mjs';

const vitestFile = (status: string, tests: [string, string][], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});

test("vitest's tests are counted one by one", () => {
  const tests: [string, string][] = [
    ['adds', 'passed'],
    ['subtracts', 'failed'],
    ['later', 'todo'],
    ['prints (needs a real printer)', 'skipped'],
  ];
  expect(sumVitest({ testResults: [vitestFile('failed', tests)] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['a.test.ts: later', 'a.test.ts: prints (needs a real printer)'],
    failures: ['a.test.ts: subtracts'],
  });
});

test('a file that cannot be loaded counts as one failed test', () => {
  const sum = sumVitest({ testResults: [vitestFile('failed', [], 'Cannot find module'), vitestFile('passed', [])] });
  expect(sum).toMatchObject({ passed: 0, failed: 1, failures: ['a.test.ts: Cannot find module'] });
});

test("playwright's tests are counted through all suites; a flaky one has failed", () => {
  const spec = (title: string, status: string, annotations: object[] = []) => ({
    title,
    tests: [{ status, annotations }],
  });
  const report = {
    suites: [
      {
        title: 'kiosk.spec.ts',
        specs: [spec('takes a number', 'expected'), spec('prints', 'flaky')],
        suites: [
          {
            title: 'window',
            specs: [spec('opens', 'skipped', [{ type: 'skip', description: "needs Electron's binary" }])],
          },
        ],
      },
    ],
    errors: [{ message: 'no web server' }],
  };
  expect(sumPlaywright(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: ["kiosk.spec.ts: window: opens: needs Electron's binary"],
    failures: ['kiosk.spec.ts: prints (flaky)', 'no web server'],
  });
});

test('only hardware and the platform excuse a test that did not run', () => {
  expect(isExcused("window: opens: needs Electron's binary")).toBe(true);
  expect(isExcused('slip: prints (needs a real printer)')).toBe(true);
  expect(isExcused('the disk has it first (needs Linux)')).toBe(true);
  expect(isExcused('slip: prints')).toBe(false);
  expect(isExcused('slip: needs somebody to write it')).toBe(false);
});
