import { expect, it } from 'vitest';
import { poorerVersions, templatesIn } from '../../bench/mirrors/report.js';
import { writeMirrors } from '../../bench/mirrors/writeMirrors.js';
import type { Behaviour } from '../../bench/mirrors/writers.js';

const mirrors = await writeMirrors({ surveys: 24, seed: 3 }, new AbortController().signal);
const of = (behaviour: Behaviour) => mirrors.filter((mirror) => mirror.behaviour === behaviour);
const versionsOf = (behaviour: Behaviour) => of(behaviour).flatMap(({ versions }) => versions);

it('gets no template from a model that writes well, in any version and language', () => {
  expect(versionsOf('good').some(({ number }) => number >= 4)).toBe(true);
  expect(new Set(of('good').map(({ locale }) => locale)).size).toBe(3);
  expect(templatesIn(versionsOf('good'))).toBe(0);
});

it('says at least as much with more friends as with the first three', () => {
  expect(poorerVersions(of('good'))).toEqual([]);
});

it('gets a template from a sloppy model in at most one of twenty versions', () => {
  const sloppy = versionsOf('sloppy');
  expect(sloppy.some(({ writing }) => writing === 'MENDED')).toBe(true);
  expect(templatesIn(sloppy)).toBeLessThanOrEqual(0.05 * sloppy.length);
});
