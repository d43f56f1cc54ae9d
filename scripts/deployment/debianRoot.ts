import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a program with its output shown. @throws Error unless it succeeds */
export function run(command: string, args: string[], env: Record<string, string> = {}): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command}: exit code ${String(status)}`);
}

/** A new Debian without anything that the product needs, in which commands run as root. */
export interface DebianRoot {
  path: string;
  /** Runs a shell script in it and shows each command. @throws Error unless all succeed */
  run(script: string, env?: Record<string, string>): void;
  /** Binds /proc and /dev into it until the end. Lazily, because children of what ran there may live a moment longer. */
  mount(): Disposable;
}

/**
 * Makes a Debian root by debootstrap, which needs root. What was downloaded for it once is used again.
 * @param folder keeps the downloaded Debian, and the roots
 * @param name of the root; one of that name is replaced
 */
export function makeDebianRoot(folder: string, name: string): DebianRoot {
  const [base, path] = [join(folder, 'base'), join(folder, name)];
  if (!existsSync(base)) {
    mkdirSync(folder, { recursive: true });
    run('debootstrap', ['--variant=minbase', 'bookworm', base, 'http://deb.debian.org/debian']);
  }
  rmSync(path, { recursive: true, force: true });
  run('cp', ['-a', base, path]);
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) cpSync(file, join(path, file));
  // A machine that trusts a certificate of its own, such as a proxy's, passes it on.
  const certificate = process.env['NODE_EXTRA_CA_CERTS'];
  if (certificate !== undefined) {
    cpSync(certificate, join(path, 'etc/extra-ca.pem'));
    writeFileSync(join(path, 'etc/npmrc'), 'cafile=/etc/extra-ca.pem\n');
  }
  return {
    path,
    run: (script, env = {}) =>
      run('chroot', [path, 'bash', '-euxc', script], {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        ...(certificate !== undefined && { NODE_EXTRA_CA_CERTS: '/etc/extra-ca.pem' }),
        ...env,
      }),
    mount() {
      const folders = ['proc', 'dev'];
      for (const one of folders) run('mount', ['--bind', `/${one}`, join(path, one)]);
      return { [Symbol.dispose]: () => folders.forEach((one) => run('umount', ['--lazy', join(path, one)])) };
    },
  };
}
