/** What a process of subscribers is told to do. */
export type SubscriberOrder =
  | {
      kind: 'connect';
      /** `ws://…`; each socket subscribes with all of its own documents. */
      url: string;
      /** By socket: the access token, if the server wants one, and the surveys to follow. */
      sockets: { token?: string; surveyIds: string[] }[];
      /** Whether the peer sends messages without being asked: then there is no handshake of graphql-ws. */
      raw: boolean;
    }
  | { kind: 'expect'; messages: number }
  | { kind: 'disconnect' };

/** What the process reports. Times are of the machine's monotonic clock, in milliseconds. */
export type SubscriberReport =
  | { is: 'ready' }
  /** Every subscription has had its first event, or was refused. */
  | { is: 'connected'; ms: number; refused: Record<string, number> }
  | { is: 'received'; firstAt: number; lastAt: number }
  | { is: 'disconnected' };
