import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../src/database/embedded/embeddedPostgres.js';
import { type DebianRoot, makeDebianRoot, run } from './deployment/debianRoot.js';

/**
 * Runs each step of deploy/Dockerfile where no engine is at hand: every stage in a new Debian root with Node, and at last
 * its command, as its user and with a root that cannot be written to, through the whole journey: `npm run try:image --
 * <folder>`. It needs root and debootstrap, and it leaves the folder for a look.
 */
const folder = resolve(process.argv[2] ?? '/var/tmp/re-mirai-image');
/** Lines that end in a backslash continue. */
const steps = readFileSync('deploy/Dockerfile', 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));

interface Stage {
  root: DebianRoot;
  folder: string;
  user: string;
  env: Record<string, string>;
}

/** What stands for the image `node:<major>-bookworm-slim`: Debian with the Node that runs this, and the user node. */
function newStage(name: string): Stage {
  const root = makeDebianRoot(folder, name);
  cpSync(process.execPath, join(root.path, 'usr/local/bin/node'));
  run('npm', ['install', '--global', '--prefix', join(root.path, 'usr/local'), 'npm@11']);
  root.run('useradd --create-home node');
  return { root, folder: '/', user: 'root', env: {} };
}

/** What the build may see: the repository as it is committed. */
const context = join(folder, 'context');
mkdirSync(folder, { recursive: true });
rmSync(context, { recursive: true, force: true });
run('git', ['clone', '--quiet', '--depth', '1', `file://${process.cwd()}`, context]);
rmSync(join(context, '.git'), { recursive: true });

const stages = new Map<string, Stage>();
let stage: Stage | undefined;
let command: string[] = [];
for (const step of steps) {
  process.stdout.write(`\n== ${step}\n`);
  const [, word = '', rest = ''] = /^(\w+) +(.*)$/.exec(step) ?? [];
  const words = rest.split(/ +/);
  if (word === 'FROM') stages.set(words[2] ?? '', (stage = newStage(words[2] ?? 'image')));
  else if (stage === undefined) throw new Error(`${step} comes before FROM.`);
  else if (word === 'WORKDIR') mkdirSync(join(stage.root.path, (stage.folder = rest)), { recursive: true });
  else if (word === 'ENV') Object.assign(stage.env, Object.fromEntries(words.map((one) => one.split('='))));
  else if (word === 'USER') stage.user = rest;
  else if (word === 'CMD') command = JSON.parse(rest) as string[];
  else if (word === 'COPY') copy(stage, words);
  else if (word === 'RUN') {
    using mounted = new DisposableStack();
    mounted.use(stage.root.mount());
    stage.root.run(`cd ${stage.folder} && ${rest}`, { HOME: '/root', ...stage.env });
  } else if (word !== 'EXPOSE') throw new Error(`${word} is not known here.`);
}

function copy(to: Stage, words: string[]): void {
  const from = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
  const source = from === undefined ? context : stages.get(from)?.root.path;
  if (source === undefined) throw new Error(`There is no stage ${from}.`);
  const [target = '.', ...paths] = words.slice(from === undefined ? 0 : 1).reverse();
  for (const path of paths) {
    const inside = /\/$/.test(target) ? join(target, path.split('/').at(-1) ?? '') : target;
    cpSync(join(source, path), join(to.root.path, to.folder, inside), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

if (stage === undefined || command.length === 0) throw new Error('The Dockerfile has no command.');
const { root, env, user, folder: workFolder } = stage;
await using opened = new AsyncDisposableStack();
const dataDir = mkdtempSync(join(tmpdir(), 're-mirai-image-'));
opened.defer(() => rmSync(dataDir, { recursive: true, force: true }));
// As root, PostgreSQL runs as another user, which must be able to enter the folder.
await chmod(dataDir, 0o755);
const database = opened.use(await startEmbeddedPostgres({ dataDir, log: pino({ level: 'error' }) }));
run('mount', ['--bind', root.path, root.path]);
opened.defer(() => run('umount', ['--lazy', root.path]));
run('mount', ['-o', 'remount,bind,ro', root.path]);
// What engines mount into every container.
opened.use(root.mount());
const product = spawn(
  'chroot',
  [`--userspec=${user}`, root.path, 'bash', '-c', `cd ${workFolder} && exec ${command.join(' ')}`],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      ...env,
      // In production it refuses the demo's model and sign-in, with which the journey runs.
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: database.url,
      APP_SECRET: randomBytes(32).toString('base64'),
    },
  },
);
const ended = once(product, 'exit');
opened.defer(async () => {
  product.kill('SIGINT');
  await ended;
});
let output = '';
for await (const chunk of product.stdout.setEncoding('utf8') as AsyncIterable<string>) {
  process.stdout.write(chunk);
  output += chunk;
  if (output.includes('Re:MirAI is ready')) break;
}
const port = /App\s+http:\S+:(\d+)\//.exec(output)?.[1];
if (port === undefined) throw new Error('The product did not start.');
if (existsSync(join(root.path, workFolder, 'node_modules/typescript')))
  throw new Error('The image has packages for development.');
run(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], { PORT: port });
process.stdout.write(`\nEvery step of deploy/Dockerfile worked. The roots are in ${folder}.\n`);
