import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDebianRoot, run } from './deployment/debianRoot.js';

/**
 * Runs every command of docs/deployment.md in a new Debian root: `npm run try:deployment -- <folder>`. It needs root,
 * debootstrap, and free ports 80, 443, 4000, 5432 and 6379, and it leaves the folder for a look. A root made earlier is
 * used again without what the trial added.
 */
const folder = resolve(process.argv[2] ?? '/var/tmp/re-mirai-deployment');
const page = readFileSync('docs/deployment.md', 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block).join('\n');

/** In place of systemd: starts Debian's services by their scripts, and ours as its unit says. */
const SYSTEMCTL = `#!/bin/bash
set -e
ours() {
  unit=/etc/systemd/system/re-mirai.service
  value() { sed -n "s/^$1=//p" $unit; }
  if [ -e /run/re-mirai.pid ]; then kill -TERM -- -$(cat /run/re-mirai.pid); while kill -0 -- -$(cat /run/re-mirai.pid) 2>/dev/null; do sleep 0.2; done; rm /run/re-mirai.pid; fi
  [ "$1" = stop ] && return
  cd "$(value WorkingDirectory)"
  set -a; . "$(value EnvironmentFile)"; set +a
  HOME=/srv/re-mirai setsid setpriv --reuid "$(value User)" --init-groups $(value ExecStart) > /var/log/re-mirai.log 2>&1 &
  echo $! > /run/re-mirai.pid
}
what=$1; shift
now=; [ "$1" = --now ] && { now=1; shift; }
case "$what $1" in
  daemon-reload*) ;;
  "enable re-mirai") [ -z "$now" ] || ours start ;;
  "restart re-mirai") ours restart ;;
  "stop re-mirai") ours stop ;;
  enable*) [ -z "$now" ] || service "$1" start ;;
  *) service "$1" "$what" ;;
esac
`;

const debian = makeDebianRoot(folder, 'root');
const root = debian.path;
// Packages start nothing by themselves: the page does.
writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n');
writeFileSync(join(root, 'usr/local/bin/systemctl'), SYSTEMCTL);
for (const file of ['usr/sbin/policy-rc.d', 'usr/local/bin/systemctl']) chmodSync(join(root, file), 0o755);
run('git', ['clone', '--quiet', '--bare', '.', join(root, 'source.git')]);
// It stands for a remote repository, whose owner git does not ask for.
writeFileSync(join(root, 'etc/gitconfig'), '[safe]\n\tdirectory = *\n');

using opened = new DisposableStack();
opened.use(debian.mount());
try {
  debian.run(commands, {
    DEBIAN_FRONTEND: 'noninteractive',
    SOURCE: '/source.git',
    DOMAIN: 'mirai.example',
    GOOGLE_CLIENT_ID: 'trial.apps.googleusercontent.com',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_API_KEY: '',
    HOME: '/root',
  });
  process.stdout.write(`\nEvery command of docs/deployment.md worked. The root is ${root}.\n`);
} finally {
  debian.run(
    'systemctl stop re-mirai; for one in nginx redis-server postgresql; do service $one stop || true; done',
  );
}
