import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLObjectType, isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answersOf, threeFriends } from '../../../client/friends.js';
import { post } from '../../http/send.js';
import { socketClient } from '../../http/socketClient.js';
import { someone } from '../../testkit/seed.js';
import { until } from '../../testkit/until.js';
import { useApp } from '../../testkit/useApp.js';
import { useOne } from '../../testkit/useOne.js';
import { argumentRules } from './argumentRules.js';
import { fieldRules } from './fieldRules.js';
import {
  namesOf,
  type Probe,
  queryProbes,
  readerOf,
  rootProbes,
  type Samples,
  type Values,
} from './probes.js';
import { buildWorld, consent, ownersWords, type Role, roles } from './world.js';

const test = useApp();
const world = useOne(() => buildWorld(test));
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const objects = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
) as GraphQLObjectType[];

/** Values of arguments that grant nothing, by their names. */
const samples = (): Samples => ({
  text: 'Let me in',
  displayName: 'Owner',
  clientKey: randomUUID(),
  greeting: 0,
  format: 'JSON',
  allowed: true,
  card: JSON.stringify({ spec: 'chara_card_v2', data: { tags: ['tea'] } }),
  notificationIds: [randomUUID()],
  endpoint: 'https://push.example.org/send/1',
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
  answers: answersOf({ ...threeFriends[0]!, line: undefined }),
  ...consent,
});
const queries = queryProbes(schema, samples());
const mutations = rootProbes(schema.getMutationType()!, samples);
const subscriptions = rootProbes(schema.getSubscriptionType()!, samples);

type Outcome = 'DATA' | 'UNAUTHENTICATED' | 'NOT_FOUND' | 'FORBIDDEN';
const signedIn: readonly Role[] = ['other', 'owner'];

/** What the rules say that a caller gets, who names the owner's objects and the secrets that they know. */
function expected(role: Role, { path }: Probe): Outcome {
  // A header that does not authenticate refuses the whole request.
  if (role === 'expired' || role === 'revoked') return 'UNAUTHENTICATED';
  const isSignedIn = signedIn.includes(role);
  for (const { type, field, names } of path) {
    const reader = readerOf(type, field);
    if ((reader === 'self' || reader === 'owner') && !isSignedIn) return 'UNAUTHENTICATED';
    if ((reader === 'self' || reader === 'owner') && names.length > 0 && role !== 'owner') return 'NOT_FOUND';
    if (reader === 'link' && role !== 'friend' && role !== 'owner') return 'NOT_FOUND';
    if (reader === 'friend' && role !== 'friend') return role === 'owner' ? 'FORBIDDEN' : 'NOT_FOUND';
    if (reader === 'invitation' && role !== 'owner') return 'NOT_FOUND';
    if (reader === 'receipt' && role !== 'friend') return 'NOT_FOUND';
    if (reader === 'credential' && role !== 'owner') return 'UNAUTHENTICATED';
  }
  return 'DATA';
}

interface Got {
  outcome: string;
  /** The status and the body as they came. */
  bytes: string;
}

interface Body {
  data?: unknown;
  errors?: { extensions: { code: string } }[];
}

const outcomeOf = ({ data, errors = [] }: Body): string =>
  errors.length > 0
    ? errors.map(({ extensions }) => extensions.code).join()
    : data == null
      ? 'NOTHING'
      : 'DATA';

/** Object type and field of everything that the owner and the friend were given. */
const given = new Set<string>();
function collect(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('__typename' in node)
    for (const field of Object.keys(node)) given.add(`${String(node.__typename)}.${field}`);
  for (const inner of Object.values(node)) collect(inner);
}

/** Collects what an operation gave. A subscription cannot ask for the name of its root type. */
function keep(role: Role, operation: string, { data }: Body): void {
  if (role !== 'owner' && role !== 'friend') return;
  const root = /^(mutation|subscription)/.exec(operation)?.[0] ?? 'query';
  collect({ __typename: root.charAt(0).toUpperCase() + root.slice(1), ...(data as object | null) });
}

async function ask(role: Role, operation: string, token = world.clients[role].accessToken): Promise<Got> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status, text } = await post(test.url, operation, undefined, headers);
  const body = JSON.parse(text) as Body;
  keep(role, operation, body);
  return { outcome: outcomeOf(body), bytes: `${status} ${text}` };
}

const readAs = (role: Role, probe: Probe, values: Values = world.values[role]): Promise<Got> =>
  ask(role, `query { __typename ${probe.text(values)} }`);

/** Kinds of what an operation names. */
const namedIn = ({ path }: Probe): string[] => path.flatMap(({ names }) => names);
const namesOwners = (probe: Probe): boolean => namedIn(probe).length > 0;

const credentials = new Set(['refreshToken', 'idToken']);

/** Values that name nothing the caller may see: objects of the owner, none at all, no id, and other objects. */
function strangersValues(): Values[] {
  const theirs = world.values.other;
  const every = (value: string): Values =>
    // An empty credential is not even a guess.
    Object.fromEntries(
      Object.keys(theirs).map((rule) => [rule, value || (credentials.has(rule) ? 'x' : '')]),
    );
  const { owner } = world;
  return [
    theirs,
    ...[randomUUID(), "' or 1=1 --", '../..', '', '\0', owner.session.user.id].map(every),
    {
      ...theirs,
      persona: theirs.survey,
      survey: theirs.persona,
      message: theirs.fact,
      fact: theirs.message,
      comparison: theirs.persona,
    },
  ];
}

/** All that the owner can read, as it came. */
const everythingOwned = async (): Promise<string[]> =>
  (await Promise.all(queries.map((probe) => readAs('owner', probe)))).map(({ bytes }) => bytes);

it('every type, field and argument has a rule, and no rule is left over', () => {
  expect(Object.keys(fieldRules).toSorted()).toEqual(objects.map(({ name }) => name).toSorted());
  for (const type of objects)
    expect(Object.keys(fieldRules[type.name as keyof typeof fieldRules]).toSorted(), type.name).toEqual(
      Object.keys(type.getFields()).toSorted(),
    );
  const used = new Set<string>();
  for (const type of objects)
    for (const field of Object.values(type.getFields())) {
      expect(() => namesOf(type.name, field), `${type.name}.${field.name}`).not.toThrow();
      if (field.args.length > 0 && type.name !== 'Mutation')
        used.add(`${type.name}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Args`);
    }
  for (const type of Object.values(schema.getTypeMap())) if (isInputObjectType(type)) used.add(type.name);
  expect(Object.keys(argumentRules).toSorted()).toEqual([...used].toSorted());
});

describe('what each role reads is what the rules say', () => {
  it.each(roles)('%s', async (role) => {
    const wrong: unknown[] = [];
    const read = async (probe: Probe): Promise<void> => {
      const { outcome, bytes } = await readAs(role, probe);
      const right = expected(role, probe);
      if (outcome !== right) wrong.push({ probe: probe.name, right, outcome });
      if (role !== 'owner' && ownersWords.some((word) => bytes.includes(word)))
        wrong.push({ probe: probe.name, bytes });
    };
    await Promise.all(queries.map(read));
    expect(wrong).toEqual([]);
  });

  it('the owner, of the other objects too', async () => {
    const answers = world.others.flatMap((more) =>
      queries
        .filter((probe) => Object.keys(more).some((rule) => namedIn(probe).includes(rule)))
        .map((probe) => readAs('owner', probe, { ...world.values.owner, ...more })),
    );
    expect((await Promise.all(answers)).map(({ outcome }) => outcome)).toEqual(answers.map(() => 'DATA'));
  });
});

it('another’s object, none at all and a malformed id give the same bytes', async () => {
  // One way through each field that names something.
  const naming = (probe: Probe): string => {
    const step = probe.path.find(({ names }) => names.length > 0);
    return `${step?.type}.${step?.field}`;
  };
  const probes = new Map(queries.filter(namesOwners).map((probe) => [naming(probe), probe]));
  for (const [name, probe] of probes) {
    const answers = strangersValues().map((values) => readAs('other', probe, values));
    expect(new Set((await Promise.all(answers)).map(({ bytes }) => bytes)).size, name).toBe(1);
  }
});

it('one operation that names what is mine and what is another’s gives nothing of the latter', async () => {
  const theirs = world.values.other;
  const { outcome, bytes } = await ask(
    'other',
    `{ mine: viewer { surveys { edges { node { persona { name } } } } }
       theirs: persona(id: "${theirs.persona}") { messages(first: 5) { edges { node { text } } } }
       again: viewer { survey(id: "${theirs.survey}") { title } } }`,
  );
  expect(new Set(outcome.split(','))).toEqual(new Set(['NOT_FOUND']));
  expect(ownersWords.filter((word) => bytes.includes(word))).toEqual([]);
});

it('a cursor of another’s list leads nowhere in mine', async () => {
  const page = (after = '') => `{ viewer { surveys(first: 1${after}) { edges { cursor node { slug } } } } }`;
  const { bytes } = await ask('owner', page());
  const cursor = /"cursor":"([^"]+)"/.exec(bytes)?.[1] ?? '';
  const stolen = await ask('other', page(`, after: "${cursor}"`));
  expect(stolen.bytes).not.toContain(world.values.owner.slug);
  expect(stolen.outcome).toBe('DATA');
});

/** Subscribes as a role. @returns the code of the refusal or of the closed socket, or DATA, with the bytes */
async function subscribeAs(role: Role, probe: Probe, values: Values): Promise<Got> {
  await using client = socketClient(`${test.url.replace('http', 'ws')}/graphql`);
  const token = world.clients[role].accessToken;
  const opened = client
    .init(token === undefined ? {} : { authorization: `Bearer ${token}` })
    .then(() => 'open');
  const first = await Promise.race([opened, client.closed]);
  if (first !== 'open') return { outcome: first === 4403 ? 'UNAUTHENTICATED' : String(first), bytes: '' };
  client.subscribe('1', `subscription { ${probe.text(values)} }`);
  const { type, payload } = await client.next();
  const body = type === 'error' ? { errors: payload as Body['errors'] } : (payload as Body);
  keep(role, 'subscription', body);
  return { outcome: outcomeOf(body), bytes: `${type} ${JSON.stringify(payload)}` };
}

describe.each(subscriptions.map((probe) => [probe.name, probe] as const))(
  'the subscription %s',
  (_, probe) => {
    it('lets in whom the rules let in', async () => {
      const wrong: unknown[] = [];
      for (const role of roles) {
        const { outcome } = await subscribeAs(role, probe, world.values[role]);
        if (outcome !== expected(role, probe)) wrong.push({ role, right: expected(role, probe), outcome });
      }
      expect(wrong).toEqual([]);
    });

    it('refuses another’s object with the bytes of none at all and of a malformed id', async () => {
      const answers = [];
      for (const values of strangersValues()) answers.push(await subscribeAs('other', probe, values));
      expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    });
  },
);

/** They end what the others need, so they come last, in this order. */
const endings = [
  'endComparison',
  'forgetFact',
  'restartConversation',
  'deleteMessage',
  'deleteConversation',
  'rotateSurveyLink',
  'withdrawResponse',
  'deleteSurvey',
  'revokeSession',
  'signOut',
  'deleteAccount',
];
const orderOf = ({ name }: Probe): number => endings.indexOf(name);
const inOrder = mutations.toSorted((one, another) => orderOf(one) - orderOf(another));

const mutateAs = (role: Role, probe: Probe, values: Values, token?: string): Promise<Got> =>
  ask(role, `mutation { ${probe.text(values)} }`, token);

/** A conversation takes no message while a reply is being written. */
const repliesAreWritten = (): Promise<unknown> =>
  until('no reply is being written', async () => {
    const id = JSON.stringify(world.values.owner.persona);
    const { bytes } = await ask('owner', `{ persona(id: ${id}) { conversation { writing { id } } } }`);
    return bytes.includes('"writing":null');
  });

describe('mutations', () => {
  it('refuse whom the rules refuse, with the same bytes for another’s object and for none, and change nothing', async () => {
    const before = await everythingOwned();
    const wrong: unknown[] = [];
    for (const probe of inOrder)
      for (const role of roles.filter((one) => expected(one, probe) !== 'DATA')) {
        const right = expected(role, probe);
        const tried = role === 'other' && namesOwners(probe) ? strangersValues() : [world.values[role]];
        const answers = await Promise.all(tried.map((values) => mutateAs(role, probe, values)));
        const isSame = new Set(answers.map(({ bytes }) => bytes)).size === 1;
        if (!isSame || answers.some(({ outcome }) => outcome !== right))
          wrong.push({ probe: probe.name, role, right, answers });
      }
    expect(wrong).toEqual([]);
    expect(await everythingOwned()).toEqual(before);
  });

  it('let in whom the rules let in', async () => {
    const wrong: unknown[] = [];
    for (const probe of inOrder) {
      if (!endings.includes(probe.name)) await repliesAreWritten();
      for (const role of roles.filter((one) => expected(one, probe) === 'DATA')) {
        // A session ends that nothing else needs, and the other role's account is somebody's own.
        const leaves = probe.name === 'signOut' || (probe.name === 'deleteAccount' && role === 'other');
        await using leaver = !leaves
          ? null
          : await (role === 'owner' ? world.signInAgain() : someone(test.url));
        const values = { ...world.values[role], ...(role === 'owner' ? world.valuesFor[probe.name] : {}) };
        const { outcome, bytes } = await mutateAs(role, probe, values, leaver?.session.accessToken);
        if (outcome !== 'DATA') wrong.push({ probe: probe.name, role, bytes });
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('those who may were given every field of every type, so none went unread', () => {
  const all = objects.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(all.filter((field) => !given.has(field))).toEqual([]);
});
