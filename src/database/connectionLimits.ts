/**
 * The waits of every connection for requests and jobs, in milliseconds. Over a half-open connection no answer
 * and no error ever arrives, so a query ends on the client soon after the server would have ended it, and the
 * server ends a transaction, with its locks, that hears no more of its client. 10 s after the database or the
 * network is back, a pool has therefore replaced its dead connections.
 */
export const connectionLimits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 9_000,
  query_timeout: 10_000,
  idle_in_transaction_session_timeout: 8_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};
