import { basename, delimiter, dirname } from 'node:path';
import { run } from './run.mjs';

/**
 * Runs the npm that started this process, or otherwise the one on PATH.
 * @param options.node the Node to run it on
 */
export function npm(args, { node = process.execPath, ...options }) {
  // A silent outer npm passes its log level on, which would hide the reason of a failure.
  const all = [...args, '--loglevel=notice', '--no-audit', '--no-fund'];
  const path = process.env.npm_execpath ?? '';
  if (basename(path) === 'npm-cli.js') return run(node, [path, ...all], options);
  const env = { PATH: [dirname(node), process.env.PATH].join(delimiter) };
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, { ...options, env });
}
