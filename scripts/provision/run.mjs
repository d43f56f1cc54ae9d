import { spawn } from 'node:child_process';
import { ProvisionError } from './provisionError.mjs';

/**
 * Runs a program without showing its output, and returns the output.
 * @throws ProvisionError with the whole output, if the program cannot start or fails
 */
export function run(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    const fail = (why) =>
      reject(new ProvisionError(`${output}${[command, ...args].join(' ')} failed: ${why}.`));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else fail(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}
