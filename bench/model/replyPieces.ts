/** About as long as a model's tokens are: 4.6 characters with the blank before each. */
const words =
  ' People who know you say that you often begin with a question, and that you listen until the other has really finished talking. They like that.'.match(
    / \S+/g,
  ) ?? [];

/**
 * The pieces of a load model's reply: the first names the reply, so that one reader's words at another are found out.
 * The same numbers give the same pieces, at the model and at whoever checks what arrived.
 */
export const replyPieces = (reply: number, tokens: number): string[] =>
  Array.from({ length: tokens }, (_, index) =>
    index === 0 ? `Reply ${reply}:` : (words[index % words.length] ?? ''),
  );
