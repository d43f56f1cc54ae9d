import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import { mercurius } from 'mercurius';
import { Pool } from 'pg';
import { asksOpenQuestions } from '../../src/entities/age.js';
import type { Locale } from '../../src/locale.js';
import { renderQuestionnaire } from '../../src/measurement/questionnaire/renderQuestionnaire.js';

/**
 * The child process of startPeer: `<kind> <DATABASE_URL> <file with the product's answer as JSON>`. Writes its port and
 * exits with its parent. The GraphQL servers read the same row by one prepared statement and send the same fields; they
 * have no sign-in, limits, error masks, logs or metrics.
 */
const [kind, databaseUrl = '', answerFile = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

const typeDefs = `
  type Query { survey(slug: String!): Survey! }
  enum Locale { EN KO JA }
  enum Status { OPEN CLOSED }
  enum Kind { SCALE WORDS TEXT }
  type Survey { slug: String! ownerName: String! locale: Locale! status: Status! questions: [Question!]! }
  type Question { id: ID! kind: Kind! text: String! required: Boolean! options: [Option!]! }
  type Option { id: ID! label: String! }
`;
interface Row {
  slug: string;
  ownerName: string;
  locale: Locale;
  status: string;
  questionnaire: string;
  consent: Parameters<typeof asksOpenQuestions>[0];
}
const pool = new Pool({ connectionString: databaseUrl, max: 12 });
const bySlug = {
  name: 'survey_by_slug',
  text: `select slug, owner_name as "ownerName", locale, status, questionnaire, consent
    from survey join account on account.id = survey.owner_id where slug = $1`,
};

async function survey(slug: string): Promise<object> {
  const [row] = (await pool.query<Row>({ ...bySlug, values: [slug] })).rows;
  if (row === undefined) throw new Error('There is no such survey.');
  const questions = renderQuestionnaire(row.questionnaire, row.locale, row.ownerName);
  return {
    ...row,
    questions: questions.filter(({ kind: of }) => of !== 'TEXT' || asksOpenQuestions(row.consent)),
  };
}
const resolvers = { Query: { survey: (_root: unknown, { slug }: { slug: string }) => survey(slug) } };

/** Node's own server with the product's bytes and headers: the most that one process can send. */
async function startBare(): Promise<number> {
  const { headers, body } = JSON.parse(readFileSync(answerFile, 'utf8')) as {
    headers: string[];
    body: string;
  };
  const bytes = Buffer.from(body);
  const server = createServer((_request, response) => void response.writeHead(200, headers).end(bytes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function startYoga(): Promise<number> {
  const schema = createSchema({ typeDefs, resolvers });
  const yoga = createYoga({ schema, logging: false, graphiql: false, landingPage: false });
  const server = createServer((request, response) => void yoga(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function startMercurius(): Promise<number> {
  const app = fastify();
  await app.register(mercurius, { schema: typeDefs, resolvers, jit: 1 });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

const start = { bare: startBare, yoga: startYoga, mercurius: startMercurius }[kind ?? ''];
if (start === undefined) throw new Error(`There is no peer "${kind}".`);
process.send?.(await start());
