import type { LoggedCall } from '../../stand-ins/providers/behaviour.js';
import { kindOf } from '../../stand-ins/providers/goodModel.js';
import { questions } from './journey.js';

/** A call that was answered with status 200 is paid. */
type Answered = Pick<LoggedCall, 'path' | 'body' | 'status'>;

/** What a call is for: a document, a picture, or the reply to one question. */
function purposeOf({ path, body }: Answered): string | null {
  if (path === 'images/generations') return 'picture';
  if (path !== 'chat/completions') return null;
  const kind = kindOf(body);
  if (kind !== 'chat') return kind;
  const asked = body.messages.findLast(({ content }) => questions.some((one) => content.includes(one)));
  return questions.find((question) => asked?.content.includes(question)) ?? kind;
}

/** How many paid calls were made for each thing. */
export function paidCalls(calls: readonly Answered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const purpose = purposeOf(call);
    if (purpose === null || call.status !== 200) continue;
    counts.set(purpose, (counts.get(purpose) ?? 0) + 1);
  }
  return counts;
}
