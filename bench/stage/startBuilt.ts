import packageJson from '../../package.json' with { type: 'json' };
import { type ProductProcess, startProcess } from '../../test/testkit/process.js';

/** How `npm start` starts the program: environment variables, `exec node`, and arguments. */
const [variables = '', command = ''] = packageJson.scripts.start.split('exec node ');
const environment = Object.fromEntries(
  [...variables.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']): [string, string] => [name, value]),
);
const args = command.split(' ').filter((argument) => !argument.startsWith('--env-file'));

/**
 * Starts the built product as `npm start` does, but without the settings of .env. It needs less memory and time than the
 * sources, which tests run. npm builds it before each benchmark that needs it.
 */
export const startBuilt = (env: Record<string, string>): Promise<ProductProcess> =>
  startProcess({ ...environment, ...env }, { args });
