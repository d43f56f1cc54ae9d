import { norms } from '../../src/measurement/norms.js';
import { scaleItems } from '../../src/measurement/questionnaire/items.js';
import { raterReliability } from '../../src/measurement/scoring/confidence.js';
import { traits } from '../../src/measurement/traits.js';
import { seededRandom } from './seededRandom.js';

/** Cholesky root of the norm's correlations: turns independent numbers into a person. */
const root = norms.correlations.reduce<number[][]>((rows, row, i) => {
  const own: number[] = [];
  for (let j = 0; j <= i; j++) {
    const rest = row[j]! - own.reduce((sum, value, k) => sum + value * (j === i ? value : rows[j]![k]!), 0);
    own.push(j === i ? Math.sqrt(rest) : rest / rows[j]![j]!);
  }
  return [...rows, own];
}, []);

/** Scatter of one friend's answers to the four items of a trait, in points: without it they would only repeat each other. */
const ITEM_SCATTER = 0.8;

/** People as the norm describes them, the same ones for the same seed. */
export function normPopulation(seed: number) {
  const random = seededRandom(seed);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

  /** z in the order E A C N I. */
  const person = (): number[] => {
    const independent = traits.map(gauss);
    return root.map((row) => row.reduce((sum, value, index) => sum + value * independent[index]!, 0));
  };

  /** One filled-in form a friend, whole numbers 1–5, the friends as far from each other as r₀ says. */
  const forms = (z: readonly number[], friends: number): string[] =>
    Array.from({ length: friends }, () => {
      const seen = traits.map((trait, index) => {
        const reliability = raterReliability[trait];
        const view = Math.sqrt(reliability) * z[index]! + Math.sqrt(1 - reliability) * gauss();
        return norms.traits[trait].mean + norms.traits[trait].sd * view;
      });
      return scaleItems
        .map(({ trait, reversed }) => {
          const point = Math.round(seen[traits.indexOf(trait)]! + ITEM_SCATTER * gauss());
          const scored = Math.min(5, Math.max(1, point));
          return reversed ? 6 - scored : scored;
        })
        .join('');
    });

  return { person, forms };
}
