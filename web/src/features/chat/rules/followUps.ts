/** What a persona's follow-up questions are made from. */
export interface FollowUpFacts {
  /** Percentiles, 0–100. */
  traits: readonly { id: string; score: number; raters: number }[];
  /** Words that describe the person, strongest first. */
  words: readonly string[];
  /** The newest reply. */
  lastReply: string;
  /** How many messages of the conversation are known, so that each turn offers others. */
  turn: number;
}

/** A message of the area `chat.followUp`, with the values of its placeholders. */
export interface FollowUp {
  key: string;
  named: Record<string, string>;
}

/** Scores between these are typical, so that a question about either end would not fit. */
const TYPICAL = { from: 35, to: 65 };
const GENERAL = 4;

/**
 * The questions that can follow a reply, best first: about the word that the reply mentions or the strongest
 * one, about the most extreme trait, and one that fits any reply; then the next ones of each kind.
 * Deterministic: the same facts give the same questions.
 */
export function followUps({ traits, words, lastReply, turn }: FollowUpFacts): FollowUp[] {
  const mentions = (word: string): boolean => lastReply.toLowerCase().includes(word.toLowerCase());
  const aboutWords = [...words.filter(mentions), ...words.filter((word) => !mentions(word))].map((word) => ({
    key: 'chat.followUp.word',
    named: { word },
  }));
  const aboutTraits = traits
    .filter(({ score, raters }) => raters > 0 && (score < TYPICAL.from || score > TYPICAL.to))
    .sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50))
    .map(({ id, score }) => ({ key: `chat.followUp.${id}.${score > 50 ? 'high' : 'low'}`, named: {} }));
  const general = Array.from({ length: GENERAL }, (_, at) => ({
    key: `chat.followUp.more.${((Math.floor(turn / 2) + at) % GENERAL) + 1}`,
    named: {},
  }));
  const kinds: FollowUp[][] = [aboutWords, aboutTraits, general];
  const rounds = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => kinds.flatMap((kind) => kind[round] ?? [])).flat();
}
