import type { Reporter, TestCase, TestModule } from 'vitest/node';

type Errors = Parameters<NonNullable<Reporter['onTestRunEnd']>>[1];

/**
 * Prints one line such as `123 passed, 0 failed` at the end. Tests are counted, not files. A file or a
 * group that could not run its tests counts as one failure, and so does an error outside of any test. Tests
 * that failed once and passed in their second attempt are named before that line.
 */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors): void {
    const passed = modules.reduce((sum, module) => sum + count(module.children.allTests('passed')), 0);
    const failed = modules.reduce((sum, module) => sum + failuresOf(module), unhandled.length);
    for (const test of modules.flatMap((module) => [...module.children.allTests('passed')]))
      if (test.diagnostic()?.flaky === true) process.stdout.write(describeFlaky(test));
    // Written when the process ends: what the teardown prints must not come after the last line.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}

function failuresOf(module: TestModule): number {
  const groups = [module, ...module.children.allSuites()];
  const broken = groups.filter((group) => group.errors().length > 0).length;
  return broken + count(module.children.allTests('failed'));
}

function count(tests: Iterable<unknown>): number {
  return [...tests].length;
}

/** The name of a test that passed in its second attempt, and why the first one failed. */
function describeFlaky(test: TestCase): string {
  const reasons = test.result().errors?.map(({ stack, message }) => stack ?? message) ?? [];
  return `Passed in the second attempt only: ${test.module.relativeModuleId} > ${test.fullName}\n${reasons.join('\n')}\n`;
}
