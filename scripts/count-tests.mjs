// Adds up the reports of all suites: names what failed, then `N passed, N failed` on a line of its own; exits 1 unless all passed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.cache/test-reports'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).sort()) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if ('step' in report) {
    passed += report.status === 'passed' ? 1 : 0;
    failed += report.status === 'passed' ? 0 : 1;
    if (report.status !== 'passed') console.log(`failed: ${report.step}`);
    continue;
  }
  // Where everything must run, a skipped test is a failed one.
  const skipped = report.numPendingTests + report.numTodoTests;
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  passed += report.numPassedTests;
  failed += report.numFailedTests + unloadable.length + (process.env.SHOUWANG_REQUIRE_ALL ? skipped : 0);
  for (const { name, assertionResults } of report.testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') console.log(`failed: ${name} > ${fullName}\n  ${failureMessages[0]?.slice(0, 500)}`);
  for (const { name, message } of unloadable) console.log(`failed: ${name}\n  ${message?.slice(0, 500)}`);
  console.log(`${file}: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
