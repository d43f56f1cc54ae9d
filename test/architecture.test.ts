import { dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importCircles, type SourceFile, type SourceImport, sourceFiles } from './testkit/sourceFiles.js';

/**
 * Who may import whom, as docs/architecture.md draws it. A room is a folder of src/ or a file at its top.
 * `types` may be imported as types only: the shapes that a JSON column or the context holds.
 */
const rooms: Record<string, { imports: string[]; types?: string[] }> = {
  main: { imports: ['app', 'config', 'log', 'processes', 'startError', 'welcome'] },
  processes: { imports: [], types: ['ai', 'config'] },
  app: {
    imports: [
      'ai',
      'auth',
      'context',
      'database',
      'entities',
      'http',
      'limits',
      'modelSettings',
      'notifications',
      'pubsub',
      'queue',
      'readiness',
      'resolvers',
      'signIn',
      'telemetry',
      'workers',
    ],
    types: ['config'],
  },
  signIn: { imports: ['auth', 'database', 'http'], types: ['config'] },
  http: {
    imports: [
      'ai',
      'cleanText',
      'errors',
      'images',
      'limits',
      'locale',
      'queryCost',
      'readiness',
      'sqlErrors',
      'telemetry',
    ],
    types: ['auth', 'config', 'context', 'schema'],
  },
  resolvers: {
    imports: [
      'access',
      'characterCard',
      'commands',
      'entities',
      'errors',
      'limits',
      'locale',
      'measurement',
      'pubsub',
      'queryCost',
      'safety',
      'schema',
      'telemetry',
    ],
    types: ['auth', 'context'],
  },
  commands: {
    imports: [
      'access',
      'ai',
      'auth',
      'characterCard',
      'cleanText',
      'entities',
      'errors',
      'locale',
      'measurement',
      'notifications',
      'queue',
      'retention',
      'safety',
      'sqlErrors',
    ],
    types: ['context', 'database'],
  },
  workers: {
    imports: [
      'ai',
      'entities',
      'images',
      'limits',
      'measurement',
      'modelSettings',
      'notifications',
      'queue',
      'retention',
      'telemetry',
    ],
    types: ['context', 'locale', 'pubsub'],
  },
  access: { imports: ['entities', 'errors'], types: ['auth', 'context'] },
  notifications: { imports: ['entities', 'queue'], types: ['locale'] },
  auth: { imports: ['cleanText', 'entities', 'errors', 'retention'], types: ['context'] },
  entities: { imports: ['locale', 'measurement', 'retention'], types: ['ai'] },
  ai: { imports: ['locale', 'measurement', 'modelSettings', 'telemetry'] },
  characterCard: { imports: [] },
  images: { imports: ['ai', 'characterCard'], types: ['locale', 'measurement'] },
  database: { imports: ['dataKeys', 'entities', 'sharedAsk', 'sqlErrors', 'telemetry'], types: ['config'] },
  limits: { imports: ['errors', 'redis'], types: ['ai'] },
  measurement: { imports: ['cleanText'], types: ['locale'] },
  safety: { imports: [], types: ['locale'] },
  schema: { imports: ['locale', 'queryCost'] },
  queue: { imports: ['database', 'modelSettings', 'retention', 'telemetry'], types: ['entities'] },
  pubsub: { imports: ['redis', 'sharedAsk', 'telemetry'] },
  sharedAsk: { imports: [] },
  redis: { imports: [] },
  telemetry: { imports: ['settingTypes'] },
  context: {
    imports: [],
    types: ['ai', 'auth', 'database', 'limits', 'notifications', 'pubsub', 'queue', 'telemetry'],
  },
  readiness: { imports: [] },
  startError: { imports: ['config', 'database'] },
  welcome: { imports: ['http'], types: ['ai', 'config'] },
  log: { imports: [], types: ['config'] },
  sqlErrors: { imports: ['errors'] },
  config: { imports: ['ai', 'dataKeys', 'modelSettings', 'settingTypes', 'telemetry'], types: ['entities'] },
  modelSettings: { imports: ['settingTypes'] },
  settingTypes: { imports: [] },
  dataKeys: { imports: [], types: ['entities'] },
  errors: { imports: [] },
  cleanText: { imports: [] },
  locale: { imports: [] },
  retention: { imports: [] },
  queryCost: { imports: [] },
};

/** What chooses between a real service and its stand-in. */
const mayLoad = ['app', 'signIn'];
const nouns = ['account', 'survey', 'persona', 'chat', 'comparison'];
/** Texts and tables: as long as they are, and as many. */
const data = /phrases|voices|wording|questionnaire|moderationWords/i;

const everything = sourceFiles('src', 'stand-ins', 'client', 'test', 'scripts', 'bench');
const src = everything.filter(({ path }) => path.startsWith('src/'));
const product = everything.filter(({ path }) => /^(?:src|stand-ins|client)\//.test(path));

const roomOf = (path: string): string =>
  path.startsWith('src/') ? (path.split('/')[1] ?? '').replace(/\.ts$/, '') : (path.split('/')[0] ?? '');
const paths = (files: readonly SourceFile[]): string[] => files.map(({ path }) => path);
const importsWhere = (
  files: readonly SourceFile[],
  isWrong: (path: string, one: SourceImport) => boolean,
): string[] =>
  files.flatMap(({ path, imports }) =>
    imports.filter((one) => isWrong(path, one)).map(({ to }) => `${path} imports ${to}`),
  );
const usersOf = (library: string): string[] => [
  ...new Set(src.filter(({ text }) => text.includes(`from '${library}`)).map(({ path }) => dirname(path))),
];

describe('the architecture', () => {
  it('has a rule for every room', () => {
    expect([...new Set(paths(src).map(roomOf))].filter((room) => rooms[room] === undefined)).toEqual([]);
  });

  it('imports along the drawn arrows only', () => {
    const strayed = importsWhere(src, (path, { to, isTypeOnly, isDynamic }) => {
      const [from, target] = [roomOf(path), roomOf(to)];
      if (from === target || (isDynamic && mayLoad.includes(from) && target === 'stand-ins')) return false;
      const rule = rooms[from];
      return !(rule?.imports.includes(target) || (isTypeOnly && rule?.types?.includes(target)));
    });
    expect(strayed).toEqual([]);
  });

  it('draws no arrow that no import takes', () => {
    const taken = new Set(
      src.flatMap(({ path, imports }) => imports.map(({ to }) => `${roomOf(path)} to ${roomOf(to)}`)),
    );
    const drawn = Object.entries(rooms).flatMap(([from, { imports, types = [] }]) =>
      [...imports, ...types].map((to) => `${from} to ${to}`),
    );
    expect(drawn.filter((arrow) => !taken.has(arrow))).toEqual([]);
  });

  it('has no import circle, type imports included', () => {
    expect(importCircles(product)).toEqual([]);
  });

  it('loads the stand-ins on demand, from app.ts and signIn.ts alone', () => {
    const loads = importsWhere(
      src,
      (_path, { to, isTypeOnly }) => to.startsWith('stand-ins/') && !isTypeOnly,
    );
    expect(loads.filter((one) => !/^src\/(?:app|signIn)\.ts /.test(one))).toEqual([]);
    expect(
      importsWhere(
        src,
        (_path, { to, isTypeOnly, isDynamic }) => to.startsWith('stand-ins/') && !isTypeOnly && !isDynamic,
      ),
    ).toEqual([]);
  });

  it('gives the stand-ins nothing of the product but its types, its errors and its reading of a request', () => {
    const shared = ['src/errors.ts', 'src/http/request.ts', 'src/http/escapeHtml.ts'];
    const strayed = importsWhere(
      everything.filter(({ path }) => path.startsWith('stand-ins/')),
      (_path, { to, isTypeOnly }) => to.startsWith('src/') && !isTypeOnly && !shared.includes(to),
    );
    expect(strayed).toEqual([]);
  });

  it('uses the adversary in tests alone', () => {
    const users = importsWhere(
      everything.filter(({ path }) => !path.startsWith('stand-ins/adversary/')),
      (path, { to }) => to.startsWith('stand-ins/adversary/') && !path.startsWith('test/'),
    );
    expect(users).toEqual([]);
  });

  it('uses the behaviours of real providers in tests and benchmarks alone', () => {
    const users = importsWhere(
      everything.filter(({ path }) => !/^(?:stand-ins\/providers|test|bench)\//.test(path)),
      (_path, { to }) => to.startsWith('stand-ins/providers/'),
    );
    expect(users).toEqual([]);
  });

  it('keeps the client apart from the server', () => {
    const strayed = importsWhere(
      everything.filter(({ path }) => path.startsWith('client/')),
      (_path, { to }) => !to.startsWith('client/'),
    );
    expect(strayed).toEqual([]);
  });

  it('calls no command from a query, a subscription or a field', () => {
    const calls = src
      .filter(({ path }) => path.startsWith('src/resolvers/'))
      .flatMap(({ path, text }) => {
        const commands = new Set(
          [...text.matchAll(/^import\s+\{([^}]*)\}\s+from\s+'[./]*commands\/[^']+'/gm)]
            .flatMap(([, names = '']) => names.split(','))
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type ')),
        );
        return readers(path, text).flatMap(({ name, identifiers }) =>
          identifiers.filter((one) => commands.has(one)).map((one) => `${path}: ${name} calls ${one}`),
        );
      });
    expect(calls).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    expect(paths(src.filter(({ text }) => text.includes('process.env')))).toEqual(['src/config.ts']);
  });

  it('speaks to a model through ai/openai/, to Google through auth/ and to the queue through queue/ alone', () => {
    expect(usersOf('openai')).toEqual(['src/ai/openai']);
    expect(usersOf('google-auth-library')).toEqual(['src/auth']);
    expect(usersOf('pg-boss')).toEqual(['src/queue']);
  });

  it("loads OpenTelemetry's SDK on demand, from telemetry/startTracing.ts alone", () => {
    const sdk = /from '@opentelemetry\/(?!api')/;
    expect(paths(src.filter(({ text }) => sdk.test(text)))).toEqual(['src/telemetry/startTracing.ts']);
    const loads = importsWhere(src, (_path, { to }) => to === 'src/telemetry/startTracing.ts');
    expect(loads).toEqual(['src/app.ts imports src/telemetry/startTracing.ts']);
    expect(
      importsWhere(src, (_path, { to, isDynamic }) => to === 'src/telemetry/startTracing.ts' && !isDynamic),
    ).toEqual([]);
  });

  it('has the same nouns in commands, resolvers and schema', () => {
    for (const layer of ['commands', 'resolvers', 'schema']) {
      const found = paths(src)
        .filter((path) => path.startsWith(`src/${layer}/`) && path.split('/').length > 3)
        .map((path) => path.split('/')[2]);
      expect([...new Set(found)].sort(), layer).toEqual([...nouns].sort());
    }
  });

  it('has no folder of more than 25 files', () => {
    const counts = Map.groupBy(
      product.filter(({ path }) => !data.test(dirname(path))),
      ({ path }) => dirname(path),
    );
    expect([...counts].filter(([, files]) => files.length > 25).map(([folder]) => folder)).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    expect(paths(product.filter(({ path, lines }) => lines > 400 && !data.test(path)))).toEqual([]);
  });

  it('gives a file of up to 20 lines two importers or a test of its own', () => {
    const importers = Map.groupBy(
      everything.flatMap(({ path, imports }) => imports.map(({ to }) => ({ path, to }))),
      ({ to }) => to,
    );
    const lonely = src.filter(({ path, lines }) => {
      if (lines > 20 || /^src\/(?:entities|schema)\//.test(path) || data.test(path)) return false;
      const users = new Set((importers.get(path) ?? []).map((one) => one.path));
      return users.size < 2 && ![...users].some((user) => user.startsWith('test/'));
    });
    expect(paths(lonely)).toEqual([]);
  });

  it('gives no file a name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|manager|lib|base)(\.|\/)/i;
    expect(paths(product).filter((path) => vague.test(path))).toEqual([]);
  });
});

/** The methods of a resolver that only read, with the identifiers in them. */
function readers(path: string, text: string): { name: string; identifiers: string[] }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { name: string; identifiers: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node)) {
      const decorators = (ts.getDecorators(node) ?? []).map(({ expression }) => expression.getText());
      if (decorators.some((one) => /^(?:Query|Subscription|FieldResolver)\b/.test(one))) {
        const identifiers: string[] = [];
        const collect = (inner: ts.Node): void => {
          if (ts.isIdentifier(inner)) identifiers.push(inner.text);
          ts.forEachChild(inner, collect);
        };
        collect(node);
        found.push({ name: node.name.getText(), identifiers });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
