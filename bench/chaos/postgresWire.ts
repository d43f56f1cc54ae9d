import { type TcpProxy, tcpProxy, type WireConnection } from '../../test/testkit/tcpProxy.js';

/** A wire to PostgreSQL that knows what its connections are doing. */
export interface PostgresWire extends TcpProxy {
  /** Cuts the next connections that are inside a transaction. @returns settles once so many are cut */
  cutInTransactions(count: number): Promise<void>;
  /** Lets the next COMMITs through and loses their replies with their connections. @returns settles as above */
  loseCommitReplies(count: number): Promise<void>;
  /** Stops what the calls above began. @returns how many connections were not cut */
  disarm(): number;
  /** How many connections these have cut so far. */
  cuts(): number;
}

/** ReadyForQuery of a transaction: a message of five bytes, the last of which is the state. */
const IN_TRANSACTION = Buffer.from([0x5a, 0, 0, 0, 5, 0x54]);
/** A transaction is cut at most this long after one of its statements was answered. */
const CUT_WITHIN_MS = 8;

interface Order {
  kind: 'transaction' | 'commit';
  left: number;
  done: () => void;
}

/** @param random 0–1, decides when within a transaction a connection is cut */
export async function postgresWire(target: string, random: () => number): Promise<PostgresWire> {
  let orders: Order[] = [];
  let cuts = 0;
  const transactions = new Set<WireConnection>();
  /** Whose COMMIT has been sent and must stay without a reply. */
  const committing = new Map<WireConnection, Order>();

  const take = (kind: Order['kind']): Order | undefined => {
    const order = orders.find((one) => one.kind === kind);
    if (order === undefined) return undefined;
    order.left -= 1;
    if (order.left === 0) orders = orders.filter((one) => one !== order);
    return order;
  };
  const cut = (connection: WireConnection, order: Order): void => {
    transactions.delete(connection);
    connection.reset();
    cuts += 1;
    if (order.left === 0) order.done();
  };
  const proxy = await tcpProxy(target, (connection, direction, chunk) => {
    if (direction === 'out') {
      if (!/\bcommit\b/i.test(chunk.toString('latin1'))) return;
      const order = take('commit');
      if (order === undefined) return;
      committing.set(connection, order);
      return;
    }
    const order = committing.get(connection);
    if (order !== undefined) {
      committing.delete(connection);
      cut(connection, order);
      return;
    }
    if (!chunk.subarray(-IN_TRANSACTION.length).equals(IN_TRANSACTION)) {
      transactions.delete(connection);
      return;
    }
    transactions.add(connection);
    if (!orders.some(({ kind }) => kind === 'transaction')) return;
    setTimeout(() => {
      if (!transactions.has(connection) || !connection.isOpen()) return;
      const now = take('transaction');
      if (now !== undefined) cut(connection, now);
    }, random() * CUT_WITHIN_MS);
  });
  const order = (kind: Order['kind'], count: number): Promise<void> =>
    new Promise((resolve) => orders.push({ kind, left: count, done: resolve }));
  return {
    ...proxy,
    cutInTransactions: (count) => order('transaction', count),
    loseCommitReplies: (count) => order('commit', count),
    disarm() {
      const left = orders.reduce((sum, one) => sum + one.left, 0);
      for (const { done } of orders) done();
      orders = [];
      return left;
    },
    cuts: () => cuts,
  };
}
