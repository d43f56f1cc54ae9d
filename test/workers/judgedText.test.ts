import { expect, it } from 'vitest';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import type { JsonRequest } from '../../src/ai/ports.js';
import type { Services } from '../../src/context.js';
import { synthesizePersona } from '../../src/workers/synthesizePersona.js';
import { PATIENCE_MS } from '../testkit/patience.js';
import { someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { surveyOf, versionAtEnd } from '../testkit/versions.js';

const GENERATION = 7;

it('what is published is what was judged, also when a worker thought dead keeps a text of its own in between', async () => {
  await using test = await startTestApp();
  await using owner = await someone(test.url);
  const { services } = test.app;
  const rows = <T>(sql: string, values: unknown[]) => services.orm.em.fork().execute<T[]>(sql, values);
  const { personaId, version } = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  // Back to where everything but the text is there.
  await rows(
    `update persona_version set status = 'SYNTHESIZING', generation = ?, text = null, illustration = null,
       provenance = provenance || '{"writing": null}' where id = ?`,
    [GENERATION, version.id],
  );
  const run = (ai: Partial<Services['ai']>): Promise<void> =>
    synthesizePersona({ ...services, ai: { ...services.ai, ...ai } })(
      { versionId: version.id, generation: GENERATION },
      {
        jobId: 'by-hand',
        number: 1,
        signal: AbortSignal.timeout(PATIENCE_MS),
        sentAt: new Date(),
        failed: null,
      },
    );
  const { textModel, moderator } = services.ai;
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const judging = Promise.withResolvers<void>();
  const judged = Promise.withResolvers<void>();

  const frozen = run({
    textModel: {
      writeText: (request) => textModel.writeText(request),
      async writeJson<T>(request: JsonRequest<T>) {
        const answer = await textModel.writeJson(request);
        asked.resolve();
        await answered.promise;
        return { ...answer, value: { ...answer.value, title: 'What nobody has judged' } };
      },
    },
    moderator: { review: () => Promise.reject(new Error('The frozen one never comes so far.')) },
  });
  await asked.promise;
  const other = run({
    moderator: {
      async review(text, signal) {
        judging.resolve();
        await judged.promise;
        return moderator.review(text, signal);
      },
    },
  });
  await judging.promise;
  answered.resolve();
  await expect(frozen).rejects.toThrow('never comes so far');
  await until('the other text is kept', async () => {
    const sql = "select 1 from persona_version where id = ? and text ->> 'title' = 'What nobody has judged'";
    return (await rows(sql, [version.id])).length === 1;
  });
  judged.resolve();
  await other;
  await versionAtEnd(owner.client, personaId);
  const { persona } = await owner.client.run(PersonaDocument, { id: personaId });
  expect(persona.status).toBe('READY');
  expect(persona.title).not.toBe('What nobody has judged');
  expect(persona.title).not.toBeNull();
});
