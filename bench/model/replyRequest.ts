/**
 * A request to the load model: which reply, and its length in tokens. It is encoded in the question's text.
 */
export interface ReplyRequest {
  reply: number;
  tokens: number;
}

const pattern = /Reply (\d+) in (\d+) tokens, please\./g;

/** The question as the owner sends it. */
export const replyQuestion = ({ reply, tokens }: ReplyRequest): string =>
  `Reply ${reply} in ${tokens} tokens, please.`;

/** @returns the last such question in a request's body, or null */
export function requestIn(body: string): ReplyRequest | null {
  const last = [...body.matchAll(pattern)].at(-1);
  return last === undefined ? null : { reply: Number(last[1]), tokens: Number(last[2]) };
}
