/**
 * Counts characters as the server does: code points of the text as it will be stored, normalized and trimmed.
 */
export const countCharacters = (text: string): number => [...text.normalize('NFC').trim()].length;

/** The part of a KeyboardEvent that `isSendKey` needs. */
interface KeyPress {
  key: string;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** The key code of a key that an input method handles. */
const HANDLED_BY_INPUT_METHOD = 229;

/**
 * Whether an input method handles a key press. Safari has already ended the composition when the event arrives,
 * and reveals it by the key code alone.
 */
export const isHandledByInputMethod = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === HANDLED_BY_INPUT_METHOD;

/**
 * Whether a key press sends the message. An Enter that ends a Korean or Japanese composition only ends it.
 * @param hasKeyboard false on phones, where Enter adds a line and a button sends
 */
export const isSendKey = (press: KeyPress, hasKeyboard: boolean): boolean =>
  hasKeyboard && press.key === 'Enter' && !press.shiftKey && !isHandledByInputMethod(press);

/** What a TextInput lets its parent use. */
export interface TextInputHandle {
  element: HTMLInputElement | HTMLTextAreaElement | null;
}
