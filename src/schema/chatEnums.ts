import { describeEnum } from './describeEnum.js';
import { enumOf } from './enumOf.js';

export const MessageRole = enumOf('USER', 'PERSONA');
export type MessageRole = keyof typeof MessageRole;
export const MessageKind = enumOf('CHAT', 'HELP_CARD');
export type MessageKind = keyof typeof MessageKind;
export const MessageStatus = enumOf('PENDING', 'STREAMING', 'COMPLETE', 'STOPPED', 'FAILED');
export type MessageStatus = keyof typeof MessageStatus;
export const FactSource = enumOf('OWNER', 'SUMMARY');
export type FactSource = keyof typeof FactSource;
export const ExportFormat = enumOf('TEXT', 'JSON');
export type ExportFormat = keyof typeof ExportFormat;

describeEnum('MessageRole', MessageRole, 'Who said it.', {
  USER: 'The owner.',
  PERSONA: 'The mirror.',
});
describeEnum('MessageKind', MessageKind, 'What kind of message it is.', {
  CHAT: 'A message of the talk.',
  HELP_CARD: 'Help lines in answer to words of crisis: written by people, never by a model.',
});
describeEnum(
  'MessageStatus',
  MessageStatus,
  'How far a message is. COMPLETE, STOPPED and FAILED are final: trying again makes an alternative.',
  {
    PENDING: 'The reply waits for a worker.',
    STREAMING: 'The reply is being written.',
    COMPLETE: 'Whole. Every message of the owner is.',
    STOPPED: 'The owner stopped it; what was written stays.',
    FAILED: 'It could not be finished; what was written stays, and `failure` says why.',
  },
);
describeEnum('FactSource', FactSource, 'How the mirror came to remember something.', {
  OWNER: 'The owner pinned or corrected it.',
  SUMMARY: 'The summary of the talk found it.',
});
describeEnum('ExportFormat', ExportFormat, 'How a conversation is written down.', {
  TEXT: 'The talk as it is shown, for people.',
  JSON: 'The whole tree with all alternatives and what is remembered, for programs.',
});
