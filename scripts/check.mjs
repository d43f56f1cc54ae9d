import { spawnSync } from 'node:child_process';

/**
 * The checks that run before the tests: generated files, types, lint and format. All of them run, so that all
 * problems show.
 */
const checks = [
  ['generated files', ['node', '--import', 'tsx', 'scripts/printSchema.ts', '--check']],
  ['trusted documents', ['node', '--import', 'tsx', 'scripts/writeDocuments.ts', '--check']],
  ['generated types', ['graphql-codegen', '--config', 'codegen.yml', '--check', '--silent']],
  ['types', ['tsc', '--noEmit']],
  ['types of the web app', ['vue-tsc', '--noEmit', '-p', 'web/tsconfig.json']],
  ['types of its service worker', ['tsc', '--noEmit', '-p', 'web/serviceWorker/tsconfig.json']],
  ['types of its tests', ['tsc', '--noEmit', '-p', 'test/web/tsconfig.json']],
  ['lint', ['eslint', '--max-warnings', '0', '.']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
];

let failed = 0;
for (const [name, [program, ...args]] of checks) {
  const started = Date.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
process.exitCode = failed === 0 ? 0 : 1;
