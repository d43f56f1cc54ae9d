import type { QuestionKind } from '../graphql/generated/schema';

/** A question as the server sends it. */
export interface Question {
  id: string;
  kind: QuestionKind;
  text: string;
  options: { id: string; label: string }[];
}
