import type { RoleReport } from './ai/probe.js';
import type { Config } from './config.js';
import { demoSignInMode, isLoopbackName } from './http/demoAccess.js';

const demoSignIn = {
  loopback: 'built-in demo sign-in, from this machine only (set GOOGLE_CLIENT_ID for Google)',
  open: 'built-in demo sign-in: anyone who can reach this server can sign in as anyone (DEMO_SIGN_IN=open)',
  off: 'off (set GOOGLE_CLIENT_ID for Google, or DEMO_SIGN_IN=open to let anyone sign in as anyone)',
};

const roleNames = { text: 'Text model', chat: 'Chat model', image: 'Image model', moderation: 'Moderation' };
/** What takes the place of a model that is turned off or missing. */
const replacements = { text: '', chat: '', image: 'pictures drawn locally', moderation: 'local word list' };

/** An address without a user, a password and a query, which may be secrets. */
function shownAddress(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return `${origin}${pathname}`;
}

/** One row a role; a warning is a row of its own, without a name. */
function modelRows({ models }: Config, reports: readonly RoleReport[]): [string, string][] {
  if (models === null)
    return [
      [
        'Models',
        'built-in demo model, its output is labelled (set OPENAI_API_KEY or OPENAI_BASE_URL for a real one)',
      ],
    ];
  return reports.flatMap(({ role, model, warning }): [string, string][] => {
    const baseUrl = models[role]?.endpoint.baseUrl;
    const provider = baseUrl === undefined ? 'OpenAI' : shownAddress(baseUrl);
    const row: [string, string] = [
      roleNames[role],
      model === null ? replacements[role] : `${model} (${provider})`,
    ];
    return warning === null ? [row] : [row, ['', `! ${warning}`]];
  });
}

const processesRow = ({ processes, role }: Config): [string, string] => [
  'Processes',
  `${processes} for the API${role === 'all' ? ' and a worker' : ''}`,
];

/**
 * The startup message: the addresses of the program and which backing services it uses.
 * @param reports of the configured models; empty in the demo
 */
export function welcome(config: Config, url: string | null, reports: readonly RoleReport[]): string {
  const rows: [string, string][] =
    url === null
      ? []
      : [
          ['App', `${url}/`],
          ['Playground', `${url}/graphql`],
          ['Health', `${url}/healthz  ${url}/readyz  ${url}/metrics`],
        ];
  if (url !== null && config.origin === undefined && !isLoopbackName(config.host))
    rows.push([
      'Links',
      'start with the address that a browser uses (set ORIGIN if that is not where friends reach this server)',
    ]);
  rows.push(
    ...(config.processes === 1 ? [] : [processesRow(config)]),
    [
      'Database',
      config.databaseUrl === undefined
        ? `embedded PostgreSQL in ${config.dataDir}`
        : `DATABASE_URL${config.databaseReplicaUrl === undefined ? '' : ', public reads on DATABASE_REPLICA_URL'}`,
    ],
    [
      'Events',
      config.redis === undefined
        ? 'inside this process (set REDIS_URL to use Redis)'
        : `REDIS_URL${config.redis.isCluster ? ', a cluster' : ''}`,
    ],
    ...modelRows(config, reports),
    ['Sign-in', config.googleClientId === undefined ? demoSignIn[demoSignInMode(config)] : 'Google'],
  );
  const lines = rows.map(([name, value]) => `  ${name.padEnd(11)} ${value}`);
  return `\nRe:MirAI is ready${config.role === 'all' ? '' : ` (${config.role})`}.\n${lines.join('\n')}\n\n`;
}
