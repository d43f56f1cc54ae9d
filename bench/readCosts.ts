import { execute, getNamedType, isObjectType, Kind, parse, print } from 'graphql';
import { CreateSurveyDocument, PublicSurveyDocument } from '../operations/generated/graphql.js';
import { Survey } from '../src/entities/Survey.js';
import { createExecution } from '../src/http/compiledExecution.js';
import { costOf } from '../src/http/validation/costOf.js';
import { createValidator } from '../src/http/validation/createValidator.js';
import { buildApiSchema } from '../src/resolvers/index.js';
import { readPublicSurvey } from '../src/resolvers/survey/publicSurveyView.js';
import { type Contender, figureOf, type Measured, ratioOf, sideBySide } from './figures/sideBySide.js';
import { startStage } from './stage/startStage.js';

/**
 * What each part of a free-form read costs with and without its optimisation, in milliseconds of this process's CPU time:
 * `npm run bench:read-costs`. CPU time hardly depends on other work of the machine.
 */
const ROUNDS = Number(process.argv[2] ?? 7);
const AT_ONCE = 32;
const TIMES = 20;

await using stage = await startStage(Infinity);
const { services } = stage.app;
const { survey } = (await stage.owner.client.run(CreateSurveyDocument, { locale: 'EN' })).createSurvey;
const { slug } = survey;
const schema = await buildApiSchema();
const document = parse(print(PublicSurveyDocument));
const [operation] = document.definitions;
if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document has changed.');
const view = await readPublicSurvey(services, slug);
const row = { slug: view?.slug, owner_name: view?.ownerName, consent: null };
const { questionnaire } = await services.orm.em.fork().findOneOrFail(Survey, { slug });
/** Reads nothing, so that only execution is measured. */
const context = {
  preparedRead: async () => [
    { ...row, ownerName: row.owner_name, locale: 'EN', status: 'OPEN', questionnaire },
  ],
};

/** @param work is done 32 times at once, again and again */
const contender = (name: string, work: () => unknown): Contender => ({
  name,
  async run() {
    const before = process.cpuUsage();
    for (let count = 0; count < TIMES; count += 1) await Promise.all(Array.from({ length: AT_ONCE }, work));
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: (user + system) / 1_000 / (TIMES * AT_ONCE) };
  },
});

const variables = { slug };
/** The fields that have no resolver because of `simpleResolvers`. */
const simple = ['PublicSurvey', 'Question', 'QuestionOption'].flatMap((name) => {
  const type = getNamedType(schema.getType(name));
  return isObjectType(type)
    ? Object.values(type.getFields()).filter(({ resolve }) => resolve === undefined)
    : [];
});
/** Compiled from the schema as it is without them. */
const compiledWithCalls = createExecution(schema);
for (const field of simple) field.resolve = (root) => (root as Record<string, unknown>)[field.name];
for (let count = 0; count < 30; count += 1) await compiledWithCalls({ document, variables, context });
for (const field of simple) delete field.resolve;

const compiled = createExecution(schema);
const validate = createValidator(schema, true);
const contenders: Contender[] = [
  contender('graphql-js', () =>
    execute({ schema, document, variableValues: variables, contextValue: context }),
  ),
  contender('compiled, a resolver for each field', () => compiledWithCalls({ document, variables, context })),
  contender('compiled', () => compiled({ document, variables, context })),
  contender('EntityManager', () =>
    services.orm.em.fork().findOneOrFail(Survey, { slug }, { populate: ['owner'] }),
  ),
  contender('prepared, one statement each', () =>
    services.preparedRead(
      { name: 'bench', text: 'select * from survey join account on account.id = owner_id where slug = $1' },
      [slug],
    ),
  ),
  contender('prepared, one for a turn', () => readPublicSurvey(services, slug)),
  contender('cost computed', () => costOf(schema, document, operation, variables)),
  contender('cost known', () => validate(document, { variables })),
];
await sideBySide(contenders, 2);
const measured = await sideBySide(contenders, ROUNDS);
const of = (name: string): Measured => {
  const found = measured.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} was not measured.`);
  return found;
};
const pairs: [string, string][] = [
  ['graphql-js', 'compiled, a resolver for each field'],
  ['compiled, a resolver for each field', 'compiled'],
  ['EntityManager', 'prepared, one statement each'],
  ['prepared, one statement each', 'prepared, one for a turn'],
  ['cost computed', 'cost known'],
];
for (const [before, after] of pairs) {
  const { median, low, high } = ratioOf(of(before), of(after), 'cpuMs');
  const [from, to] = [figureOf(of(before), 'cpuMs').median, figureOf(of(after), 'cpuMs').median];
  process.stdout.write(
    `${before} → ${after}: ${from.toFixed(3)} → ${to.toFixed(3)} ms, ${median.toFixed(2)} times (${low.toFixed(2)}–${high.toFixed(2)})\n`,
  );
}
