import { findProgram } from './findProgram.mjs';
import { ProvisionError } from './provisionError.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * Sees to it that one of `programs` is on PATH; on Debian or Ubuntu as root by installing `package`.
 * @param need `purpose`: half a sentence for whom it is missing; `otherwise`: what else would do
 * @throws ProvisionError with the way to install it, where we may not do it ourselves
 */
export async function ensureDebianPackage(need) {
  const isThere = () => need.programs.some((program) => findProgram(program) !== undefined);
  if (isThere()) return;
  const aptGet = findProgram('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) throw new ProvisionError(howTo(need));
  say(`Installing ${need.package} with apt-get …`);
  // RUNLEVEL=1 keeps the package's own service from starting: we want the program, on a port of our choice.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run(aptGet, ['update'], { env });
  await run(aptGet, ['install', '-y', '--no-install-recommends', need.package], { env });
  if (!isThere()) throw new ProvisionError(howTo(need));
}

const ways = {
  darwin: (name) => `brew install ${name.replace(/-server$/, '')}`,
  linux: (name) => `sudo apt-get install ${name}`,
};

export function howTo({ programs, package: name, purpose, otherwise }, platform = process.platform) {
  const way = ways[platform]?.(name) ?? `a package that brings ${programs[0]}`;
  return `${purpose} and there is no ${programs.join(' or ')} on PATH: install it (${way})${otherwise ? ` ${otherwise}` : ''}.`;
}
