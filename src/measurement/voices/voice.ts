/**
 * How an archetype speaks in one language. It is only a manner: an owner may choose any voice over unchanged
 * traits, and a persona may rest on the person's own answers alone, so no line says what was measured or who
 * answered. `{name}` is replaced by the person's name. In Korean it always precedes 님 and in Japanese さん,
 * whose particles fit every name.
 */
export interface Voice {
  /** The archetype's name as the product shows it. */
  name: string;
  /** What a person with this archetype is called. Without gender, at most 80 characters. */
  title: string;
  /** The tone, at most 120 characters. */
  register: string;
  /** Two or three, at most 120 characters each. */
  habits: readonly string[];
  /** A line in this voice, at most 240 characters. */
  sample: string;
  /** What the mirror says when it meets its owner. At most 400 characters with the name filled in. */
  greeting: string;
  /** Two other greetings. */
  alternates: readonly [string, string];
}
