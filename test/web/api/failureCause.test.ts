import { expect, it } from 'vitest';
import { failureCause } from '../../../web/src/api/failureCause.js';
import { sourceFiles } from '../../testkit/sourceFiles.js';

/** All texts that an UpstreamError or a StepFailed of the server is made of, and the reasons of failures. */
const reasons = sourceFiles('src')
  .filter(({ path }) => /^src\/(?:ai|workers|queue|images)\//.test(path))
  .flatMap(({ text }) => [
    ...text.matchAll(
      /(?:UpstreamError|StepFailed|operator)\(\s*(['"])(.+?)\1|reason: (['"])(.+?)\3|\[\s*'(?:temporary|cut)',\s*(['"])(.+?)\5/g,
    ),
  ])
  .map((match) => match[2] ?? match[4] ?? match[6] ?? '');

/** Work in the background, of which only the log says why it failed. */
const unseen = [
  'The summary was changed in the meantime.',
  "The model's summary was not usable.",
  'A push service or the mail server accepts nothing at the moment.',
];

it('the app knows the cause of each reason that the server gives, so that everybody can read it', () => {
  expect(reasons.length).toBeGreaterThan(25);
  expect(reasons.filter((reason) => failureCause(reason) === null && !unseen.includes(reason))).toEqual([]);
});

it('a reason that is not known has no cause', () => {
  expect(failureCause('The moon is full.')).toBeNull();
});
