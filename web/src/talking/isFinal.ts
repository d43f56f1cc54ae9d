import type { MessageStatus } from '../graphql/generated/schema';

/** Whether a message with this status will never change again. */
export const isFinal = (status: MessageStatus): boolean => status !== 'PENDING' && status !== 'STREAMING';
