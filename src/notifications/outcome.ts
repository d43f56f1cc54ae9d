/**
 * What became of a message for a push service or a mail server. LATER: turned away for now, and not accepted. REFUSED:
 * turned away for good. GONE: the receiver no longer exists. UNKNOWN: it may have been accepted. UNCLAIMED: it was not
 * this sender's to send, and was not sent.
 */
export type Outcome = 'SENT' | 'LATER' | 'REFUSED' | 'GONE' | 'UNKNOWN' | 'UNCLAIMED';

/**
 * Makes a message the sender's. Called once the receiver is reached, at the last moment before it could accept the
 * message. A message whose sender dies before the claim is sent by the next attempt; after the claim, it is not sent again.
 * @returns whether the message may be sent. Rejects if the claim cannot be stored; the message must then not be sent
 */
export type Claim = () => Promise<boolean>;
