/** The questionnaire's items in turn are about these traits; agreeing with the named ones speaks against theirs. */
const order = ['E', 'A', 'C', 'N', 'I'];
const reversed = new Set([6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20]);

interface Told {
  persona: { evidence: { traits: { trait: string; score: number }[] } };
  items: { id: string; typical: number; reach: number }[];
}

const isTold = (data: Record<string, unknown>): boolean => {
  const persona = data.persona as Partial<Told['persona']> | null | undefined;
  return Array.isArray(data.items) && Array.isArray(persona?.evidence?.traits);
};

/** φ and Φ by the series ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), which is short for the few standard deviations that matter here. */
function shareBelow(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; odd < 120; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** How many standard deviations lie below the given share of a normal distribution, by halving. @param share 0.001–0.999 */
function inverseNormal(share: number): number {
  let [low, high] = [-4, 4];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (shareBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A rounded 0 or 100 stands for anything up to half a point from the end. */
const share = (score: number): number => Math.min(99.5, Math.max(0.5, score)) / 100;

/**
 * Answers the twenty statements as the persona it is told: a score is a place among people, from which follows how far the answer
 * lies from the typical one. Of the persona nothing but its scores is looked at, so one without evidence gives the typical answers.
 * @param data the interview's document: `items` with `typical` and `reach` in points, `persona.evidence.traits` with `score` 0–100
 * @returns `{ answers }`, by the items' ids, 1–5 with two decimals
 * @throws RangeError for a document that is no interview
 */
export function answerInterview(data: Record<string, unknown>): unknown {
  if (!isTold(data)) throw new RangeError('This is no interview.');
  const { persona, items } = data as unknown as Told;
  const scores = new Map(persona.evidence.traits.map(({ trait, score }) => [trait, score]));
  const answerTo = ({ id, typical, reach }: Told['items'][number]): number => {
    const item = Number(id.replace(/\D/g, ''));
    const score = scores.get(order[(item - 1) % order.length] ?? '') ?? 50;
    const deviation = inverseNormal(share(score)) * reach;
    const answer = typical + (reversed.has(item) ? -deviation : deviation);
    return Math.round(Math.min(5, Math.max(1, answer)) * 100) / 100;
  };
  return { answers: Object.fromEntries(items.map((item) => [item.id, answerTo(item)])) };
}
