/** What a load model is asked for: which reply, and how many tokens long. It stands in the question itself. */
export interface ReplyRequest {
  reply: number;
  tokens: number;
}

const pattern = /Reply (\d+) in (\d+) tokens, please\./g;

/** The question, as an owner types it. */
export const replyQuestion = ({ reply, tokens }: ReplyRequest): string =>
  `Reply ${reply} in ${tokens} tokens, please.`;

/** @returns the last such question of a request's body; null where there is none */
export function requestIn(body: string): ReplyRequest | null {
  const last = [...body.matchAll(pattern)].at(-1);
  return last === undefined ? null : { reply: Number(last[1]), tokens: Number(last[2]) };
}
