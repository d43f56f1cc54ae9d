import type { EntityManager } from '@mikro-orm/postgresql';
import {
  execute,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import type { Context, Services } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import { QuoteReport } from '../../entities/QuoteReport.js';
import { portraitAnswers, SelfPortrait } from '../../entities/SelfPortrait.js';
import { Survey } from '../../entities/Survey.js';
import { User } from '../../entities/User.js';
import { exportedConversation } from '../chat/exportConversation.js';
import { readKeptFields } from '../persona/keptFieldsView.js';

/** A file of an export. Its content is read when it is written, piece by piece. */
export interface ExportedFile {
  name: string;
  content: AsyncIterable<string | Buffer>;
}

/**
 * What the API shows that the export has in another file or leaves out: what follows from other fields, and links,
 * which would make a lost export a way in.
 */
const elsewhere = new Set([
  ...[
    'User.surveys',
    'User.comparisons',
    'User.practicePersona',
    'User.dataExport',
    'User.aboutMyself',
    'User.notifications',
  ],
  ...['Survey.persona', 'Survey.url', 'Survey.slug'],
  ...['Persona.survey', 'Persona.version', 'Persona.versions', 'Persona.publicUrl'],
  ...['Persona.messages', 'Persona.conversation', 'Persona.conversationExport'],
  ...['PersonaVersion.changesSince', 'Comparison.url', 'Comparison.code'],
]);

const VERSIONS_AT_ONCE = 10;
const COMPARISONS_AT_ONCE = 50;
const NOTIFICATIONS_AT_ONCE = 50;

/**
 * Everything that belongs to a person, as files. What friends' answers led to is read by the API itself, as its owner:
 * an export can therefore not tell more of them than the app shows.
 */
export function createExportedFiles(schema: GraphQLSchema, services: Services) {
  const fieldsOf = (name: string): string => everyField(schema.getType(name) as GraphQLObjectType, elsewhere);

  return async function* exportedFiles(userId: string): AsyncGenerator<ExportedFile> {
    const em = (): EntityManager => services.orm.em.fork();

    /** Runs a query as the owner. @throws Error if any of it fails: a copy with gaps would look complete */
    async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
      const result = await execute({
        schema,
        document: parse(query, { noLocation: true }),
        variableValues: variables,
        contextValue: asOwner(services, userId),
      });
      if (result.errors?.[0] !== undefined) throw result.errors[0];
      return result.data as T;
    }
    async function* pages<T>(
      read: (after: string | null) => Promise<{ edges: { node: T }[]; pageInfo: PageInfo }>,
    ): AsyncGenerator<T> {
      for (let after: string | null = null; ;) {
        const { edges, pageInfo }: { edges: { node: T }[]; pageInfo: PageInfo } = await read(after);
        for (const { node } of edges) yield node;
        if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return;
        after = pageInfo.endCursor;
      }
    }

    yield {
      name: 'account.json',
      content: once(async () => {
        const { viewer } = await ask<{ viewer: object }>(`{ viewer ${fieldsOf('User')} }`);
        const { googleSub, givenName, consent, inNorms, createdAt } = await em().findOneOrFail(User, userId);
        return { ...viewer, googleId: googleSub, givenName, consent, countedInNormsOf: inNorms, createdAt };
      }),
    };
    yield {
      name: 'about-me.json',
      content: once(async () => {
        const reader = em();
        const own = await reader.findOne(SelfPortrait, { owner: userId });
        const answers = own && portraitAnswers.open(reader, userId, own.answers);
        return own && { questionnaire: own.questionnaire, answers };
      }),
    };
    yield {
      name: 'comparisons.json',
      content: list(
        pages(
          async (after) =>
            (
              await ask<{ viewer: { comparisons: { edges: { node: object }[]; pageInfo: PageInfo } } }>(
                `query ($after: String) { viewer { comparisons(first: ${COMPARISONS_AT_ONCE}, after: $after) {
                   edges { node ${fieldsOf('Comparison')} } pageInfo { hasNextPage endCursor } } } }`,
                { after },
              )
            ).viewer.comparisons,
        ),
      ),
    };
    yield {
      name: 'notifications.json',
      content: list(
        pages(
          async (after) =>
            (
              await ask<{ viewer: { notifications: { edges: { node: object }[]; pageInfo: PageInfo } } }>(
                `query ($after: String) { viewer { notifications(first: ${NOTIFICATIONS_AT_ONCE}, after: $after) {
                   edges { node ${fieldsOf('Notification')} } pageInfo { hasNextPage endCursor } } } }`,
                { after },
              )
            ).viewer.notifications,
        ),
      ),
    };
    const surveys = await em().find(
      Survey,
      { owner: userId },
      { fields: ['id', 'questionnaire', 'createdAt'], orderBy: { createdAt: 'asc' } },
    );
    for (const { id, questionnaire, createdAt } of surveys)
      yield {
        name: `surveys/${id}.json`,
        content: once(async () => {
          const query = `query ($id: ID!) { viewer { survey(id: $id) ${fieldsOf('Survey')} } }`;
          const { viewer } = await ask<{ viewer: { survey: object } }>(query, { id });
          return { ...viewer.survey, questionnaire, createdAt };
        }),
      };
    for (const persona of await em().find(Persona, { owner: userId }, { orderBy: { id: 'asc' } })) {
      const { id } = persona;
      yield {
        name: `personas/${id}/persona.json`,
        content: once(async () => {
          const query = `query ($id: ID!) { persona(id: $id) ${fieldsOf('Persona')} }`;
          const { persona: shown } = await ask<{ persona: object }>(query, { id });
          const reports = await em().find(QuoteReport, { version: { persona: id } });
          const reported = reports.map(({ reason, reportedOn }) => ({ reason, reportedOn }));
          return { ...shown, surveyId: persona.survey?.id ?? null, reportedQuotes: reported };
        }),
      };
      yield {
        name: `personas/${id}/versions.json`,
        content: list(
          pages(
            async (after) =>
              (
                await ask<{ persona: { versions: { edges: { node: object }[]; pageInfo: PageInfo } } }>(
                  `query ($id: ID!, $after: String) { persona(id: $id) {
                     versions(first: ${VERSIONS_AT_ONCE}, after: $after) {
                       edges { node ${fieldsOf('PersonaVersion')} } pageInfo { hasNextPage endCursor } } } }`,
                  { id, after },
                )
              ).persona.versions,
          ),
        ),
      };
      const kept = await readKeptFields(em(), id);
      if (kept !== null)
        yield { name: `personas/${id}/kept-fields.json`, content: once(() => Promise.resolve(kept)) };
      yield { name: `personas/${id}/conversation.json`, content: exportedConversation(em(), persona) };
      const versions = await em().find(
        PersonaVersion,
        { persona: id, illustration: { $ne: null } },
        { fields: ['number', 'illustration'], orderBy: { number: 'asc' } },
      );
      for (const { number, illustration } of versions) {
        const hash = illustration?.sizes[0]?.hash;
        if (hash === undefined) continue;
        yield { name: `personas/${id}/picture-${number}.webp`, content: picture(em, hash) };
      }
    }
  };
}

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** No session: the owner's sessions are listed, and none of them is the current one. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

const asOwner = (services: Services, userId: string): Context => ({
  ...services,
  em: services.orm.em.fork(),
  viewer: { userId, sessionId: NO_SESSION, expiresAt: new Date(Date.now() + 60_000) },
  ...{ address: '', userAgent: null, origin: '', requestId: 'export' },
});

const json = (value: unknown): string => JSON.stringify(value, null, 1);

async function* once(read: () => Promise<unknown>): AsyncGenerator<string> {
  yield `${json(await read())}\n`;
}

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '[';
  for await (const item of items) {
    yield `${separator}\n${json(item)}`;
    separator = ',';
  }
  yield separator === '[' ? '[]\n' : '\n]\n';
}

/** Empty if the picture was deleted meanwhile. */
async function* picture(em: () => EntityManager, hash: string): AsyncGenerator<Buffer> {
  const [image] = await em().execute<{ bytes: Buffer }[]>('select bytes from image where hash = ? limit 1', [
    hash,
  ]);
  if (image !== undefined) yield image.bytes;
}

/**
 * A selection of every field of a type and of the types within it, so that what is added to the API later is in it too.
 * Fields with required arguments are not.
 * @param leaveOut fields as `Type.field`
 */
function everyField(type: GraphQLObjectType, leaveOut: ReadonlySet<string>): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, args, type: returned }) => {
    if (leaveOut.has(`${type.name}.${name}`) || args.some(isRequiredArgument)) return [];
    const named = getNamedType(returned);
    return isObjectType(named) ? `${name} ${everyField(named, leaveOut)}` : name;
  });
  return `{ ${fields.join(' ')} }`;
}
