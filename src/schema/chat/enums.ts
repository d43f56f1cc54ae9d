import { createEnum, registerDescribedEnum } from '../describeEnum.js';

export const MessageRole = createEnum('USER', 'PERSONA');
export type MessageRole = keyof typeof MessageRole;
export const MessageKind = createEnum('CHAT', 'HELP_CARD');
export type MessageKind = keyof typeof MessageKind;
export const MessageStatus = createEnum('PENDING', 'STREAMING', 'COMPLETE', 'STOPPED', 'FAILED');
export type MessageStatus = keyof typeof MessageStatus;
export const FactSource = createEnum('OWNER', 'SUMMARY');
export type FactSource = keyof typeof FactSource;
export const ExportFormat = createEnum('TEXT', 'JSON');
export type ExportFormat = keyof typeof ExportFormat;

registerDescribedEnum('MessageRole', MessageRole, 'Author of a message.', {
  USER: 'The owner.',
  PERSONA: 'The persona.',
});
registerDescribedEnum('MessageKind', MessageKind, 'Kind of message.', {
  CHAT: 'A message of the conversation.',
  HELP_CARD: 'Help lines, sent in reply to signs of a crisis. Written by people, never by a model.',
});
registerDescribedEnum(
  'MessageStatus',
  MessageStatus,
  'Status of a message. `COMPLETE`, `STOPPED` and `FAILED` are final: another attempt creates an alternative.',
  {
    PENDING: 'The reply is waiting for a worker.',
    STREAMING: 'The reply is being written.',
    COMPLETE: 'The message is complete. Messages of the owner always are.',
    STOPPED: 'The owner stopped the reply. The text written so far is kept.',
    FAILED:
      'The reply could not be completed. The text written so far is kept. See `failure` for the reason.',
  },
);
registerDescribedEnum('FactSource', FactSource, 'How a fact was added.', {
  OWNER: 'The owner pinned or corrected it.',
  SUMMARY: 'It was found when the conversation was summarized.',
});
registerDescribedEnum('ExportFormat', ExportFormat, 'Format of an exported conversation.', {
  TEXT: 'The messages shown, as plain text for people.',
  JSON: 'The whole tree with all alternatives and the memory, as JSON for programs.',
});
