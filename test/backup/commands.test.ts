import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { threeFriends } from '../../client/friends.js';
import { ReceiptDocument } from '../../operations/generated/graphql.js';
import { launch, startProcess } from '../testkit/process.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';

/** Runs a command of the product that must succeed. @returns its output */
async function run(script: string, args: string[], env: Record<string, string>): Promise<string> {
  const options = { args: ['--import', 'tsx', `scripts/${script}.ts`, ...args] };
  await using command = launch({ DATA_KEYS: '', ...env }, options);
  expect(await command.exited, command.output()).toBe(0);
  return command.output();
}

it('the embedded database is backed up while it runs, and restored elsewhere with the key from its data folder', async () => {
  await using folder = await temporaryFolder();
  const inFolder = (name: string): string => join(folder.path, name);
  const [old, fresh, file] = [inFolder('old'), inFolder('fresh'), inFolder('copy.gz')];
  const friend = threeFriends[0]!;
  const receipts: string[] = [];
  {
    await using product = await startProcess({ DATA_DIR: old, DATA_KEYS: '' });
    await using owner = await someone(product.url);
    receipts.push(...(await submitAll(product.url, (await newSurvey(owner.client)).slug, [friend])));
    expect(await run('backup', [file], { DATA_DIR: old })).toContain('THE KEYS ARE NOT IN THE BACKUP');
    expect((await readdir(folder.path)).toSorted()).toEqual(['copy.gz', 'old']);
  }
  // A stopped database is started for the command.
  await cp(join(old, 'data-keys'), join(fresh, 'data-keys'));
  expect(await run('restore', [file], { DATA_DIR: fresh })).toContain('all counts agree');
  expect(await run('rotateKeys', [], { DATA_DIR: fresh })).toContain('Encrypted 0 values');
  await using product = await startProcess({ DATA_DIR: fresh, DATA_KEYS: '' });
  const [receipt = ''] = receipts;
  const { responseByReceipt } = await new ApiClient(product.url).run(ReceiptDocument, { receipt });
  expect(responseByReceipt.answers.find(({ text }) => text !== null)?.text).toBe(friend.line);
});
