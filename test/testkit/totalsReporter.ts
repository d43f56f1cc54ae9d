import type { Reporter, TestModule } from 'vitest/node';

type Errors = Parameters<NonNullable<Reporter['onTestRunEnd']>>[1];

/**
 * Prints one line such as `123 passed, 0 failed` at the end. Tests are counted, not files. A file or a
 * group that could not run its tests counts as one failure, and so does an error outside of any test.
 */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors): void {
    const passed = modules.reduce((sum, module) => sum + count(module.children.allTests('passed')), 0);
    const failed = modules.reduce((sum, module) => sum + failuresOf(module), unhandled.length);
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
