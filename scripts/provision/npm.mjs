import { basename } from 'node:path';
import { run } from './run.mjs';

/** Runs the npm that started this process, or otherwise the one on PATH. */
export function npm(args, options) {
  // A silent outer npm passes its log level on, which would hide the reason of a failure.
  const all = [...args, '--loglevel=notice', '--no-audit', '--no-fund'];
  const path = process.env.npm_execpath ?? '';
  if (basename(path) === 'npm-cli.js') return run(process.execPath, [path, ...all], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, options);
}
