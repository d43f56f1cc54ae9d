import { pino } from 'pino';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import { CreateSurveyDocument, PersonaChangedDocument } from '../../operations/generated/graphql.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { dataKeys } from '../../test/testkit/dataKeys.js';

/**
 * Runs the product on a database until a person has a READY persona, written by the built-in model.
 * @returns its id
 */
export async function makePersona(
  databaseUrl: string,
  person: { email: string; name: string },
): Promise<string> {
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_KEYS: dataKeys,
    LOG_LEVEL: 'error',
  });
  await using app = await startApp(config, pino({ level: config.logLevel }));
  const url = app.url ?? '';
  await using owner = await signIn(url, person);
  const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
  const personaId = survey.persona.id;
  const states = owner.client.follow(PersonaChangedDocument, { personaId });
  for (const view of threeFriends) await submitAnswers(url, survey.slug, view);
  for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
  return personaId;
}
