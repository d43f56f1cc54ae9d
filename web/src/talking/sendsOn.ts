/** The part of a KeyboardEvent that is needed. */
export interface Pressed {
  key: string;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** What browsers call a key that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key sends what is written. Enter that ends a Korean or Japanese composition only ends it: Safari has ended the
 * composition already when the key comes, and tells by the code alone.
 * @param hasKeyboard false on phones, where Enter makes a new line and a button sends
 */
export const sendsOn = (pressed: Pressed, hasKeyboard: boolean): boolean =>
  hasKeyboard &&
  pressed.key === 'Enter' &&
  !pressed.shiftKey &&
  !pressed.isComposing &&
  pressed.keyCode !== TAKEN_BY_INPUT_METHOD;
