/** `npm run --silent update-drill -- [--json]`: whether an update goes right, or is refused rightly. */
import { parseArgs } from 'node:util';
import { drillCases } from './cases.ts';

const help = `npm run --silent update-drill -- [--json]

electron-updater in plain Node against feeds on this machine; on Linux also root's program with stand-ins for dpkg and
systemctl. With --json prints {cases, passed}. What went wrong is told on standard error; the exit code is 1 then.`;

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
});

if (values.help) console.log(help);
else {
  let passed = 0;
  for (const { name, run } of drillCases) {
    const wrong = await run();
    if (wrong === null) passed += 1;
    else console.error(`${name}: ${wrong}`);
    if (!values.json) console.log(`${wrong === null ? 'ok    ' : 'WRONG '} ${name}`);
  }
  if (values.json) console.log(JSON.stringify({ cases: drillCases.length, passed }));
  else console.log(`${passed} of ${drillCases.length}`);
  process.exitCode = passed === drillCases.length ? 0 : 1;
}
