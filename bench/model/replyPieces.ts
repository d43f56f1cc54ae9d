/** Words about as long as a model's tokens: 4.6 characters, including the leading space. */
const words =
  ' People who know you say that you often begin with a question, and that you listen until the other has really finished talking. They like that.'.match(
    / \S+/g,
  ) ?? [];

/**
 * The pieces of a load model's reply. The first names the reply, so that text delivered to the wrong reader
 * is detected. The same numbers give the same pieces, in the model and in the code that checks what arrived.
 */
export const replyPieces = (reply: number, tokens: number): string[] =>
  Array.from({ length: tokens }, (_, index) =>
    index === 0 ? `Reply ${reply}:` : (words[index % words.length] ?? ''),
  );
