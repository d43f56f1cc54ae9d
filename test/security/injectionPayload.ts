/** A line that a friend leaves for the model instead of the owner. */
export interface InjectionPayload {
  kind: string;
  /** NFC and at most 140 characters, as the questionnaire takes it. */
  text: string;
}
