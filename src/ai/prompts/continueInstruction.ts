/**
 * Sent after a reply that was cut off. The new text is appended to the stored one, so a second beginning
 * would be read twice.
 */
export const continueInstruction = `Continue your last message: go on exactly after its last character, in the same language and voice. Do not repeat anything of it, do not start over, and do not remark on the interruption. If it was complete, answer nothing.`;
