import { beforeEach } from 'vitest';
import type { SignedIn } from '../../client/signIn.js';
import { someone } from './seed.js';
import { startTestApp, type TestApp, type TestAppOptions } from './testApp.js';
import { useOne } from './useOne.js';

/** The product, for one file of tests: call it at the top of the file. */
export const useApp = (options: TestAppOptions = {}): TestApp => useOne(() => startTestApp(options));

/** Someone new who has signed in, for a whole file or for each test. */
export const usePerson = (test: TestApp, per: 'file' | 'test' = 'file'): SignedIn =>
  useOne(() => someone(test.url), per);

/** Clears the model's calls and its script before each test. */
export function resetModel(test: TestApp): void {
  beforeEach(() => {
    test.model.reset();
    test.model.calls.length = 0;
  });
}
