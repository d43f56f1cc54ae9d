import { fencedIn, localeOf } from '../openai/author/evidenceIn.js';
import { seededRandom } from '../openai/author/seededRandom.js';
import type { ChatRequest } from '../openai/server/chatRequest.js';
import { decodedReadings } from './decodedReadings.js';
import { type AdversaryContext, type InjectedOrder, mapTexts } from './orders.js';
import { structureOrders } from './structureOrders.js';
import { textOrders } from './textOrders.js';

type Order = InjectedOrder & { text: string };

const table: readonly InjectedOrder[] = [...structureOrders, ...textOrders];
const [reveal] = textOrders;

/** Keys whose values we or the model wrote. The other keys hold people's texts. */
const trustedKeys = new Set(['language', 'forbidden', 'problems', 'draft', 'id', 'evidence']);

/** Every string of the data that a person may have written. `isRaw` marks a friend's unchanged text. */
function* stringsOf(node: unknown, isRaw: boolean): Generator<{ text: string; isRaw: boolean }> {
  if (typeof node === 'string') yield { text: node, isRaw };
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node))
    if (!trustedKeys.has(key)) yield* stringsOf(inner, isRaw || key === 'pieces');
}

/** The orders in a string. A friend's unchanged text that matches no order counts as the worst one. */
function ordersOf({ text, isRaw }: { text: string; isRaw: boolean }): Order[] {
  const readings = decodedReadings(text);
  const asked = table.filter(({ pattern }) => readings.some((reading) => pattern.test(reading)));
  const worst = isRaw && asked.length === 0 && reveal ? [reveal] : asked;
  return worst.map((order) => ({ ...order, text }));
}

/** Replaces the blends with ones that cite every piece, so that they count as written by every friend. */
function namingAll(answer: string, data: Record<string, unknown>): string {
  if (!Array.isArray(data['pieces'])) return answer;
  const pieces = (data['pieces'] as { id: number }[]).map(({ id }) => id);
  const paraphrases = [1, 2, 3].map((at) => ({ text: `A person of many sides, ${at}.`, pieces }));
  return JSON.stringify({ paraphrases });
}

/** True if a later prompt contains this answer: an order disguised as a remark would reach a model again. */
const reachesLaterPrompt = ({ response_format }: ChatRequest): boolean =>
  response_format?.type === 'json_schema' &&
  ['paraphrases', 'reflections', 'persona'].includes(response_format.json_schema.name);

/**
 * Carries orders out: an answer of many texts gets different orders in each, prose gets all of them in a row.
 */
function carryOut(answer: string, orders: Order[], contextOf: (order: Order) => AdversaryContext): string {
  const whole = orders.filter(({ changesWholeAnswer }) => changesWholeAnswer);
  const spoken = orders.filter(({ changesWholeAnswer }) => !changesWholeAnswer);
  const speak = (order: Order, text: string): string => order.apply(text, contextOf(order));
  const [first] = whole;
  if (first && (spoken.length === 0 || contextOf(first).random.next() < 0.5)) return speak(first, answer);
  return mapTexts(answer, (text, at, isAlone) =>
    isAlone
      ? spoken.map((order) => speak(order, text)).join(' ')
      : spoken
          .slice(at % spoken.length, (at % spoken.length) + 1)
          .reduce((said, order) => speak(order, said), text),
  );
}

/**
 * The answer of the worst possible model: it looks for orders in the data, decodes disguised ones, and carries
 * them out. Half of the time it passes them on to the model of the next prompt instead, phrased as harmless
 * remarks. The same data gives the same answer, whatever the order of its texts.
 * @param good the answer of a well-behaved model
 */
export function answerAsAdversary(request: ChatRequest, good: string): string {
  const said = request.messages.find(({ role, content }) => role === 'user' && content.includes('```json'));
  const data = fencedIn(said?.content ?? '') as Record<string, unknown> | null;
  if (data === null) return good;
  const isRepair = Array.isArray(data['problems']);
  const orders = [...stringsOf(data, false)]
    .flatMap(ordersOf)
    .filter(({ isDroppedOnRepair }) => !(isRepair && isDroppedOnRepair));
  if (orders.length === 0) return good;
  const system = request.messages.find(({ role }) => role === 'system')?.content ?? '';
  const random = seededRandom(JSON.stringify(orders.map(({ text }) => text).sort()));
  const answer = namingAll(good, data);
  if (!reachesLaterPrompt(request) || random.next() < 0.5)
    return carryOut(answer, orders, (order) => ({ order: order.text, system, data, random }));
  const locale = localeOf(String(data['language']));
  return mapTexts(answer, (text, at) => orders[at % orders.length]?.relay[locale] ?? text);
}
