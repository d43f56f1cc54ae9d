import type { Config } from './config.js';
import { demoSignInMode } from './http/demoAccess.js';

const demoSignIn = {
  loopback: 'built-in demo sign-in, from this machine only (set GOOGLE_CLIENT_ID for Google)',
  open: 'built-in demo sign-in: anyone who can reach this server can sign in as anyone (DEMO_SIGN_IN=open)',
  off: 'off (set GOOGLE_CLIENT_ID for Google, or DEMO_SIGN_IN=open to let anyone sign in as anyone)',
};

/** The startup message: the addresses of the program and which backing services it uses. */
export function welcome(config: Config, url: string | null): string {
  const { models } = config;
  const rows: [string, string][] =
    url === null
      ? []
      : [
          ['App', `${url}/`],
          ['Playground', `${url}/graphql`],
          ['Health', `${url}/healthz  ${url}/readyz  ${url}/metrics`],
        ];
  rows.push(
    [
      'Database',
      config.databaseUrl === undefined ? `embedded PostgreSQL in ${config.dataDir}` : 'DATABASE_URL',
    ],
    [
      'Events',
      config.redisUrl === undefined ? 'inside this process (set REDIS_URL to use Redis)' : 'REDIS_URL',
    ],
    [
      'Models',
      models
        ? `${models.text.model} (${models.text.endpoint.baseUrl ?? 'OpenAI'})`
        : 'built-in demo model, its output is labelled (set OPENAI_API_KEY or OPENAI_BASE_URL for a real one)',
    ],
    ['Moderation', config.moderation === 'local' || models?.moderation === null ? 'local word list' : 'the model provider'],
    ['Sign-in', config.googleClientId === undefined ? demoSignIn[demoSignInMode(config)] : 'Google'],
  );
  const lines = rows.map(([name, value]) => `  ${name.padEnd(11)} ${value}`);
  return `\nRe:MirAI is ready${config.role === 'all' ? '' : ` (${config.role})`}.\n${lines.join('\n')}\n\n`;
}
