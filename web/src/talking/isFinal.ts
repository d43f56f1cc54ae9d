import type { MessageStatus } from '../graphql/generated/schema';

/** Whether nothing more comes of a reply: it will never change. */
export const isFinal = (status: MessageStatus): boolean => status !== 'PENDING' && status !== 'STREAMING';
