import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm run check:provider` with these settings and nothing else. */
function check(env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/checkProvider.ts'],
      { cwd: root, env: { PATH, HOME, ...env } },
      (error, out) => resolve({ code: Number(error?.code ?? 0), said: out }),
    );
  });
}

it('npm run check:provider says of each role that it works, with what the provider adds up', async () => {
  await using provider = await startOpenAiStandIn();
  const { code, said } = await check({ OPENAI_BASE_URL: provider.url, OPENAI_TEXT_MODEL: 'mirai-demo-1' });
  for (const role of ['text', 'chat', 'image', 'moderation'])
    expect(said).toMatch(new RegExp(`^works {2}${role} `, 'm'));
  expect(said).toMatch(/tokens in and \d+ out, US\$ 0\.00000/);
  expect(code).toBe(0);
});

it('npm run check:provider names the cure, repeats the provider’s words and fails, if a needed role fails', async () => {
  await using provider = await startOpenAiStandIn();
  provider.script({ path: 'chat', do: 'fail', status: 401, message: 'Incorrect API key', times: Infinity });
  const { code, said } = await check({
    OPENAI_BASE_URL: provider.url,
    OPENAI_API_KEY: 'sk-wrong',
    IMAGES: 'off',
  });
  expect(said).toMatch(/^FAILS {2}text .*check the key.*The provider said: 401 .*Incorrect API key/m);
  expect(said).toContain('pictures are off');
  expect(code).toBe(1);
});

it('npm run check:provider says that nothing is configured', async () => {
  expect((await check({})).said).toContain('No model is configured');
});
