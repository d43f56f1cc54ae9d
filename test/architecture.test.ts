import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom, as docs/architecture.md draws it. A room is a folder of src/ or a file at its top.
 * `types` may be imported as types only: the shapes that a JSON column holds, and the context's interfaces.
 */
const rooms: Record<string, { imports: string[]; types?: string[] }> = {
  main: { imports: ['app', 'config', 'log', 'startError', 'welcome'] },
  welcome: { imports: [], types: ['config'] },
  startError: { imports: ['config', 'database', 'errors'] },
  loggableError: { imports: [] },
  log: { imports: ['loggableError'], types: ['config'] },
  config: { imports: [] },
  errors: { imports: [] },
  context: { imports: [], types: ['ai', 'auth', 'config', 'limits', 'pubsub', 'queue'] },
  app: {
    imports: [
      'ai',
      'auth',
      'database',
      'demo',
      'entities',
      'http',
      'limits',
      'pubsub',
      'queue',
      'resolvers',
      'workers',
    ],
    types: ['config', 'context'],
  },
  http: {
    imports: ['errors', 'loggableError', 'ai', 'entities', 'limits', 'database'],
    types: ['config', 'context'],
  },
  resolvers: {
    imports: ['commands', 'schema', 'entities', 'pubsub', 'mirror', 'safety', 'errors'],
    types: ['context'],
  },
  commands: {
    imports: ['queue', 'pubsub', 'ai', 'entities', 'mirror', 'safety', 'auth', 'errors', 'database'],
    types: ['context'],
  },
  workers: {
    imports: ['queue', 'pubsub', 'ai', 'images', 'entities', 'mirror', 'errors'],
    types: ['context'],
  },
  auth: { imports: ['entities', 'errors'], types: ['context'] },
  queue: { imports: ['entities', 'errors'] },
  pubsub: { imports: ['entities', 'errors'] },
  ai: { imports: ['errors', 'mirror'], types: ['config'] },
  images: { imports: ['errors', 'ai'], types: ['mirror'] },
  limits: { imports: ['errors'] },
  database: { imports: ['entities', 'errors'] },
  entities: { imports: ['errors', 'mirror'], types: ['ai'] },
  demo: { imports: ['errors'], types: ['ai', 'mirror'] },
  schema: { imports: ['mirror'] },
  mirror: { imports: [] },
  safety: { imports: [], types: ['mirror'] },
};

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(src, file));

const roomOf = (file: string): string => (relative(src, file).split('/')[0] ?? '').replace(/\.ts$/, '');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  line: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'/gm)].map(
    (match) => {
      const target = resolve(dirname(file), match[1] ?? match[2] ?? '').replace(/\.js$/, '.ts');
      const names = /\{([^}]*)\}/.exec(match[0])?.[1];
      const typeOnly =
        /^(?:import|export)\s+type\s/.test(match[0]) ||
        (names?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false);
      return {
        from: roomOf(file),
        to: roomOf(target),
        typeOnly,
        line: `${relative(src, file)}: ${match[0]}`,
      };
    },
  );
}

describe('the architecture', () => {
  it('has a rule for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => rooms[room] === undefined)).toEqual([]);
  });

  it('imports along the drawn arrows only', () => {
    const strayed = files.flatMap(importsOf).filter(({ from, to, typeOnly }) => {
      if (from === to || to === '..') return false;
      const rule = rooms[from];
      return !(rule?.imports.includes(to) || (typeOnly && rule?.types?.includes(to)));
    });
    // The one step out of src/: the database reads the shared ORM configuration.
    expect(
      strayed.filter(({ line }) => !line.includes("'../../mikro-orm.config.js'")).map(({ line }) => line),
    ).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers.map(roomOf)).toEqual(['config']);
  });

  it('speaks to a model through ai/ alone, and to Google through auth/ alone', () => {
    const users = (library: string): string[] => [
      ...new Set(files.filter((file) => readFileSync(file, 'utf8').includes(`from '${library}`)).map(roomOf)),
    ];
    expect(users('openai')).toEqual(['ai']);
    expect(users('google-auth-library')).toEqual(['auth']);
    expect(users('pg-boss')).toEqual(['queue']);
  });

  it('keeps every file within 200 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 201);
    expect(long.map((file) => relative(src, file))).toEqual([]);
  });

  it('gives no file a name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|manager|lib|base)(\.|\/)/i;
    expect(files.map((file) => relative(src, file)).filter((file) => vague.test(file))).toEqual([]);
  });
});
