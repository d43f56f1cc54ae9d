import { indexAnswers } from '../src/measurement/openText/answerIndex.js';
import { themes } from '../stand-ins/openai/phrases/themes.js';
import { openTexts } from './eval/people/openTexts.js';

const FEW = 500;
const MANY = 5000;
const ROUNDS = 5;

const texts = Object.values(openTexts).flatMap((some) => Object.values(some).flat());
/** Different lines of every length, in the three languages. */
const lines = Array.from({ length: MANY }, (_, at) => {
  const text = texts[at % texts.length] ?? '';
  return `${text.slice(0, 1 + ((at * 7919) % text.length))} ${at}`;
});
const blends = themes.flatMap(({ sentences }) => Object.values(sentences).flat());

/** CPU time in ms, as the machine may be busy with something else. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function measure(count: number): { build: number; portrait: number; blend: number } {
  const own = lines.slice(0, count);
  const index = indexAnswers(own, 'Mina');
  index.isCopiedInto('');
  const best = (work: () => void): number => Math.min(...Array.from({ length: ROUNDS }, () => cpu(work)));
  return {
    build: best(() => indexAnswers(own, 'Mina').isCopiedInto('once')),
    portrait: best(() => blends.forEach((text) => index.overlaps(text))) / blends.length,
    blend: best(() => blends.forEach((text) => index.isCopiedInto(text))) / blends.length,
  };
}

/**
 * Measures how the check of a text grows with the number of friends' lines: `npm run bench:answers`. The index
 * grows with them, the check should hardly.
 */
const [few, many] = [measure(FEW), measure(MANY)];
const line = (what: string, key: keyof typeof few): string =>
  `${what}: ${few[key].toFixed(2)} ms with ${FEW} lines, ${many[key].toFixed(2)} ms with ${MANY}, ${(many[key] / few[key]).toFixed(2)} times`;
process.stdout.write(
  `${[line('index', 'build'), line('check of a portrait text', 'portrait'), line('check of a blend', 'blend')].join('\n')}\n`,
);
