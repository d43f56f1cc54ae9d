import type { ChatRequest } from './chatRequest.js';
import { fencedIn } from './fencedIn.js';
import { localeOf } from './localeOf.js';
import { obeyEachText } from './obeyEachText.js';
import type { ObeyOrder, Told } from './obeyOrder.js';
import { obeyReadings } from './obeyReadings.js';
import { obeyShapeOrders } from './obeyShapeOrders.js';
import { obeyTextOrders } from './obeyTextOrders.js';
import { seededRandom } from './seededRandom.js';

type Order = ObeyOrder & { text: string };

const table: readonly ObeyOrder[] = [...obeyShapeOrders, ...obeyTextOrders];
const [reveal] = obeyTextOrders;

/** Ours, or this model's own earlier words: what people wrote stands beside it. */
const ours = new Set(['language', 'forbidden', 'problems', 'draft', 'id', 'evidence']);

/** Every string of the data that may be somebody's, each with whether a friend wrote it as it stands. */
function* stringsOf(node: unknown, isRaw: boolean): Generator<{ text: string; isRaw: boolean }> {
  if (typeof node === 'string') yield { text: node, isRaw };
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node))
    if (!ours.has(key)) yield* stringsOf(inner, isRaw || key === 'pieces');
}

/** What a string asks for. Of what a friend wrote as it stands, all that is not understood asks for the worst. */
function ordersOf({ text, isRaw }: { text: string; isRaw: boolean }): Order[] {
  const readings = obeyReadings(text);
  const asked = table.filter(({ asks }) => readings.some((reading) => asks.test(reading)));
  const worst = isRaw && asked.length === 0 && reveal ? [reveal] : asked;
  return worst.map((order) => ({ ...order, text }));
}

/** A blend that names every piece counts as every friend's. */
function namingAll(answer: string, data: Record<string, unknown>): string {
  if (!Array.isArray(data['pieces'])) return answer;
  const pieces = (data['pieces'] as { id: number }[]).map(({ id }) => id);
  const paraphrases = [1, 2, 3].map((at) => ({ text: `A person of many sides, ${at}.`, pieces }));
  return JSON.stringify({ paraphrases });
}

/** Answers that a later prompt is told: an order that passes for a remark there reaches a model once more. */
const isRetold = ({ response_format }: ChatRequest): boolean =>
  response_format?.type === 'json_schema' &&
  ['paraphrases', 'reflections', 'persona'].includes(response_format.json_schema.name);

/** Carries orders out: in an answer of many texts each has some of its own, in prose they follow one another. */
function carryOut(answer: string, orders: Order[], toldOf: (order: Order) => Told): string {
  const whole = orders.filter(({ isWhole }) => isWhole);
  const spoken = orders.filter(({ isWhole }) => !isWhole);
  const speak = (order: Order, text: string): string => order.does(text, toldOf(order));
  const [first] = whole;
  if (first && (spoken.length === 0 || toldOf(first).random.next() < 0.5)) return speak(first, answer);
  return obeyEachText(answer, (text, at, isAlone) =>
    isAlone
      ? spoken.map((order) => speak(order, text)).join(' ')
      : spoken
          .slice(at % spoken.length, (at % spoken.length) + 1)
          .reduce((said, order) => speak(order, said), text),
  );
}

/**
 * What the worst of models makes of its answer: it looks for orders in the data, decodes what is disguised, and carries them out; half
 * of the time it says them to the model of the next prompt, in words that nobody takes for an order. The same data gives the same
 * answer, in whatever order it stands.
 * @param good the answer that a well-behaved model gives
 */
export function obey(request: ChatRequest, good: string): string {
  const said = request.messages.find(({ role, content }) => role === 'user' && content.includes('```json'));
  const data = fencedIn(said?.content ?? '') as Record<string, unknown> | null;
  if (data === null) return good;
  const isRepair = Array.isArray(data['problems']);
  const orders = [...stringsOf(data, false)]
    .flatMap(ordersOf)
    .filter(({ relents }) => !(isRepair && relents));
  if (orders.length === 0) return good;
  const system = request.messages.find(({ role }) => role === 'system')?.content ?? '';
  const random = seededRandom(JSON.stringify(orders.map(({ text }) => text).sort()));
  const answer = namingAll(good, data);
  if (!isRetold(request) || random.next() < 0.5)
    return carryOut(answer, orders, (order) => ({ order: order.text, system, data, random }));
  const locale = localeOf(String(data['language']));
  return obeyEachText(answer, (text, at) => orders[at % orders.length]?.relay[locale] ?? text);
}
