import { delimiter } from 'node:path';
import { findProgram } from './findProgram.mjs';
import { ProvisionError } from './provisionError.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * Ensures that one of `programs` is on PATH. On Debian or Ubuntu, as root, it installs `package`.
 * @param need `purpose`: the beginning of the error message; `otherwise`: an alternative to installing
 * @throws ProvisionError that says how to install it, if it cannot be installed here
 */
export async function ensureDebianPackage(need) {
  // Debian has nginx in /usr/sbin, which is not on everyone's PATH.
  const path = `${process.env.PATH ?? ''}${delimiter}/usr/sbin`;
  const isThere = () => need.programs.some((program) => findProgram(program, { path }) !== undefined);
  if (isThere()) return;
  const aptGet = findProgram('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) throw new ProvisionError(howTo(need));
  say(`Installing ${need.package} with apt-get …`);
  // RUNLEVEL=1 prevents the package's service from starting. Only the program is needed, on a port of our
  // choice.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run(aptGet, ['update'], { env });
  await run(aptGet, ['install', '-y', '--no-install-recommends', need.package], { env });
  if (!isThere()) throw new ProvisionError(howTo(need));
}

const installCommands = {
  darwin: (name) => `brew install ${name.replace(/-server$/, '')}`,
  linux: (name) => `sudo apt-get install ${name}`,
};

export function howTo({ programs, package: name, purpose, otherwise }, platform = process.platform) {
  const command = installCommands[platform]?.(name) ?? `a package that brings ${programs[0]}`;
  return `${purpose} and there is no ${programs.join(' or ')} on PATH: install it (${command})${otherwise ? ` ${otherwise}` : ''}.`;
}
