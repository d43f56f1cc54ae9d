/**
 * A second scorer, written from the specification alone (design page "mirror", section 3, steps 1–6, 8 and 9) and in
 * another way than the product's: tables of its own, numerical integration, an explicit inverse. It imports nothing.
 */
interface Sheet {
  closeness: number | null;
  elapsedMs: number | null;
  answers: readonly { questionId: string; scale?: number; optionIds?: string[] }[];
}

const LETTERS = 'EACNIEACNIEACNIEACNI';
const REVERSED = [6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20];
const MEAN: Record<string, number> = { E: 2.896, A: 3.912, C: 3.192, N: 2.948, I: 4.027 };
const SD: Record<string, number> = { E: 1.03, A: 0.87, C: 0.902, N: 0.897, I: 0.77 };
const PAIRS = {
  EA: 0.3,
  EC: 0.05,
  EN: -0.18,
  EI: 0.1,
  AC: 0.05,
  AN: -0.01,
  AI: 0.13,
  CN: -0.2,
  CI: -0.03,
  NI: -0.1,
};
const KINDS: [string, number[]][] = [
  ['PROTECTOR', [0, 0.5, 0.6, -0.4, -0.5]],
  ['SAGE', [-0.5, 0.1, 0.3, -0.5, 0.6]],
  ['REBEL', [0.2, -0.7, -0.5, 0.3, 0]],
  ['ARTIST', [0.1, 0.2, -0.5, 0.5, 0.6]],
  ['CAREGIVER', [0.3, 0.8, 0.1, 0.4, -0.3]],
  ['MYSTIC', [-0.8, -0.2, 0, 0.4, 0.2]],
  ['LEADER', [0.7, -0.2, 0.6, -0.3, 0.1]],
  ['TRICKSTER', [0.6, 0, -0.6, -0.5, 0.2]],
];

const add = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** Raw answers by item number 1–20, NaN where there is none. */
const column = (sheet: Sheet): number[] =>
  Array.from({ length: 20 }, (_, i) => {
    const id = `MI${i < 9 ? '0' : ''}${i + 1}`;
    return sheet.answers.find((answer) => answer.questionId === id)?.scale ?? NaN;
  });
const turned = (raw: number[]): number[] => raw.map((x, i) => (REVERSED.includes(i + 1) ? 6 - x : x));

function weightOf(sheet: Sheet): number {
  const raw = column(sheet);
  const x = turned(raw);
  let rules = sheet.elapsedMs !== null && sheet.elapsedMs / 1000 < 25 ? 1 : 0;
  if (/(\d)\1{11}/.test(raw.filter((value) => !Number.isNaN(value)).join(''))) rules += 1;
  if ([0, 1, 2, 3, 4].filter((i) => Math.abs((x[i] ?? NaN) - (x[i + 5] ?? NaN)) > 3).length >= 3) rules += 1;
  const closeness = { 1: 0.7, 2: 0.85, 3: 1, 4: 1.1 }[sheet.closeness ?? 2] ?? NaN;
  return ([1, 0.5][rules] ?? 0.25) * closeness;
}

/** Area under the normal curve from 0 to |x| by Simpson's rule. */
function phi(x: number): number {
  const panels = 4000;
  const h = Math.abs(x) / panels;
  let area = 0;
  for (let i = 0; i <= panels; i++)
    area += (i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-((i * h) ** 2) / 2);
  const half = (area * h) / 3 / Math.sqrt(2 * Math.PI);
  return x < 0 ? 0.5 - half : 0.5 + half;
}

/** Gauss–Jordan. */
function inverse(matrix: number[][]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = work[i]!.map((value) => value / work[i]![i]!);
    work[i] = pivot;
    for (let r = 0; r < n; r++)
      if (r !== i) work[r] = work[r]!.map((value, c) => value - work[r]![i]! * pivot[c]!);
  }
  return work.map((row) => row.slice(n));
}

/** r_wg(4) over the items with two answers or more, or null. */
function within(rows: number[][]): number | null {
  const variances = [0, 1, 2, 3].flatMap((i) => {
    const values = rows.map((x) => x[i]!).filter((value) => !Number.isNaN(value));
    if (values.length < 2) return [];
    const m = add(values) / values.length;
    return [add(values.map((value) => (value - m) ** 2)) / (values.length - 1)];
  });
  const v = add(variances) / variances.length / 2;
  return variances.length === 0 ? null : v >= 1 ? 0 : (4 * (1 - v)) / (4 * (1 - v) + v);
}

function oneTrait(letter: string, all: { raw: number[]; w: number }[]) {
  const items = [...LETTERS].flatMap((own, i) => (own === letter ? [i] : []));
  const raters = all
    .map(({ raw, w }) => ({ w, x: items.map((i) => turned(raw)[i]!) }))
    .filter(({ x }) => x.filter((value) => !Number.isNaN(value)).length >= 2);
  const r0 = letter === 'E' ? 0.4 : 0.33;
  if (raters.length === 0)
    return {
      letter,
      n: 0,
      k: 0,
      percentile: 50,
      shrunk: 0,
      zStar: 0,
      F: null,
      s2: null,
      consensus: null,
      range: 0,
    };
  const means = raters.map(({ x }) => {
    const given = x.filter((value) => !Number.isNaN(value));
    return add(given) / given.length;
  });
  const W = add(raters.map(({ w }) => w));
  const k = W ** 2 / add(raters.map(({ w }) => w * w));
  const F = add(raters.map(({ w }, i) => w * means[i]!)) / W;
  const s2 =
    (4 * 0.72 ** 2 + add(raters.map(({ w }, i) => ((w * k) / W) * (means[i]! - F) ** 2))) / (4 + k - 1);
  const lambda = (k * r0) / (1 + (k - 1) * r0);
  const z = (F - MEAN[letter]!) / SD[letter]!;
  return {
    letter,
    n: raters.length,
    k,
    percentile: 100 * phi((lambda * z) / Math.sqrt(r0 * (2 - lambda))),
    shrunk: lambda * z,
    zStar: z / Math.sqrt(r0 + (1 - r0) / k),
    F,
    s2,
    consensus: within(raters.map(({ x }) => x)),
    range: Math.max(...means) - Math.min(...means),
  };
}

const levelOf = (p: number): string =>
  p < 15 ? 'VERY_LOW' : p < 35 ? 'LOW' : p <= 65 ? 'TYPICAL' : p <= 85 ? 'HIGH' : 'VERY_HIGH';

const agreementOf = ({ consensus, range }: { consensus: number | null; range: number }): string => {
  if (consensus === null) return 'UNKNOWN';
  if (consensus > 0.8 - 1e-7) return 'AGREE';
  return consensus < 0.5 - 1e-7 && range > 2 - 1e-7 ? 'SPLIT' : 'MIXED';
};

/** Everything that step 1–6, 8 and 9 of the specification call for, of all sheets with at least ten scale answers. */
export function independentScorer(sheets: readonly Sheet[]) {
  const valid = sheets.filter((sheet) => column(sheet).filter((value) => !Number.isNaN(value)).length >= 10);
  const raters = valid.map((sheet) => ({ raw: column(sheet), w: weightOf(sheet) }));
  const traits = [...'EACNI'].map((letter) => oneTrait(letter, raters));
  const R = [...'EACNI'].map((a) =>
    [...'EACNI'].map((b) =>
      a === b ? 1 : (Object.entries(PAIRS).find(([p]) => p === a + b || p === b + a)?.[1] ?? NaN),
    ),
  );
  const inverted = inverse(R);
  const d2 = add(traits.map((a, i) => add(traits.map((b, j) => a.zStar * inverted[i]![j]! * b.zStar))));
  const profile = traits.map(({ shrunk }) => shrunk);
  const near = KINDS.map(([name, v]) => ({
    name,
    cos: add(v.map((x, i) => x * profile[i]!)) / Math.hypot(...v) / (Math.hypot(...profile) || 1),
  })).sort((a, b) => b.cos - a.cos);
  const chosen = valid.flatMap(
    (sheet) => sheet.answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [],
  );
  return {
    friends: valid.length,
    traits: traits.map((trait) => {
      const score = Math.round(trait.percentile);
      return { ...trait, score, level: levelOf(score), agreement: agreementOf(trait) };
    }),
    archetype: near[0]!.name,
    runnerUp: near[1]!.name,
    d2,
    tier: d2 < 6.63 ? 'COMMON' : d2 < 10.2 ? 'RARE' : d2 < 15.1 ? 'EPIC' : 'LEGENDARY',
    wordCounts: Object.fromEntries(
      [...new Set(chosen)].map((word) => [word, chosen.filter((c) => c === word).length]),
    ),
  };
}
