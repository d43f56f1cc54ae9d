/** The items measure these traits in turn. Agreeing with a reversed item counts against its trait. */
const order = ['E', 'A', 'C', 'N', 'I'];
const reversed = new Set([6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20]);

interface Interview {
  persona: { evidence: { traits: { trait: string; score: number }[] } };
  items: { id: string; typical: number; reach: number }[];
}

const isInterview = (data: Record<string, unknown>): boolean => {
  const persona = data.persona as Partial<Interview['persona']> | null | undefined;
  return Array.isArray(data.items) && Array.isArray(persona?.evidence?.traits);
};

/**
 * Φ by the series ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), which converges quickly within a few standard
 * deviations.
 */
function shareBelow(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; odd < 120; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** The inverse of the standard normal distribution, by bisection. @param share 0.001–0.999 */
function inverseNormal(share: number): number {
  let [low, high] = [-4, 4];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (shareBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A rounded 0 or 100 means any value up to half a point from the end. */
const share = (score: number): number => Math.min(99.5, Math.max(0.5, score)) / 100;

/**
 * Answers the twenty statements as the given persona. A score is a percentile, which determines how far the
 * answer is from the typical one. Only the persona's scores are used, so a persona without evidence gives the
 * typical answers.
 * @param data the interview's document: `items` with `typical` and `reach` in points,
 *   `persona.evidence.traits` with `score` 0–100
 * @returns `{ answers }`, by the items' ids, 1–5 with two decimals
 * @throws RangeError for a document that is not an interview
 */
export function answerInterview(data: Record<string, unknown>): unknown {
  if (!isInterview(data)) throw new RangeError('The document is not an interview.');
  const { persona, items } = data as unknown as Interview;
  const scores = new Map(persona.evidence.traits.map(({ trait, score }) => [trait, score]));
  const answerTo = ({ id, typical, reach }: Interview['items'][number]): number => {
    const item = Number(id.replace(/\D/g, ''));
    const score = scores.get(order[(item - 1) % order.length] ?? '') ?? 50;
    const deviation = inverseNormal(share(score)) * reach;
    const answer = typical + (reversed.has(item) ? -deviation : deviation);
    return Math.round(Math.min(5, Math.max(1, answer)) * 100) / 100;
  };
  return { answers: Object.fromEntries(items.map((item) => [item.id, answerTo(item)])) };
}
