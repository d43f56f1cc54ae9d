import { parseArgs } from 'node:util';
import { poorerVersions, report, templatesIn } from './mirrors/report.js';
import { writeMirrors } from './mirrors/writeMirrors.js';

/**
 * Measures how often a mirror falls back to the template, by version, language and how well the model writes:
 * `npm run bench:mirrors -- [--surveys 200] [--seed 1]`. Needs no database and no model. Exits with 1
 * if a model that writes well gets a template or a later version that says less than the first, or a sloppy one
 * more than 5 % templates.
 */
const { values } = parseArgs({
  options: {
    surveys: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [surveys, seed] = [Number(values.surveys), Number(values.seed)];
if (!(Number.isInteger(surveys) && surveys > 0 && surveys <= 5_000 && Number.isInteger(seed)))
  throw new RangeError('--surveys must be a whole number from 1 to 5000, --seed a whole number.');
const mirrors = await writeMirrors({ surveys, seed }, new AbortController().signal);
process.stdout.write(`${surveys} surveys, seed ${seed}\n${report(mirrors).join('\n')}\n`);
const of = (behaviour: string) => mirrors.filter((mirror) => mirror.behaviour === behaviour);
const [good, sloppy] = [of('good'), of('sloppy')];
const versions = sloppy.flatMap((mirror) => mirror.versions);
if (
  templatesIn(good.flatMap((mirror) => mirror.versions)) > 0 ||
  poorerVersions(good).length > 0 ||
  templatesIn(versions) > 0.05 * versions.length
)
  process.exitCode = 1;
