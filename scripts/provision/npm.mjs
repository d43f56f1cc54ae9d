import { basename } from 'node:path';
import { run } from './run.mjs';

/** Runs the npm that started us, or the one on PATH when none did. */
export function npm(args, options) {
  // A silent outer npm hands its log level down: the reason of a failure would be lost.
  const all = [...args, '--loglevel=notice', '--no-audit', '--no-fund'];
  const path = process.env.npm_execpath ?? '';
  if (basename(path) === 'npm-cli.js') return run(process.execPath, [path, ...all], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, options);
}
