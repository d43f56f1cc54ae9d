import { readFileSync } from 'node:fs';
import { createAnswerRequests } from './answerRequests.js';
import type { LoadMessage, LoadOrder, LoadResult } from './answerLoadMessages.js';
import { RawConnection, type RawResponse } from './rawConnection.js';

/** The child process of answerLoad.ts: `<port> <file with one slug a line>`. It exits with its parent. */
const [port = '', slugFile = ''] = process.argv.slice(2);
const nextRequest = createAnswerRequests(readFileSync(slugFile, 'utf8').split('\n'));

/**
 * Opened before the first phase, like a proxy's connections to the product. While all are in use, requests wait
 * here, and their wait counts. New connections would measure Node, which accepts one in each turn of its loop.
 */
const CONNECTIONS = 256;
const TICK_MS = 2;
/** Time that the last requests of a phase have to be answered. */
const FINISH_WITHIN_MS = 20_000;

const idle: RawConnection[] = [];

/** Opens a connection, and another one when it ends. */
function open(): Promise<void> {
  return new Promise((resolve) => {
    const connection = new RawConnection(Number(port), {
      onOpen: () => {
        idle.push(connection);
        resolve();
      },
      onEnd: () => void open(),
    });
  });
}

function freeConnection(): RawConnection | null {
  for (let one = idle.pop(); one !== undefined; one = idle.pop()) if (!one.isEnded) return one;
  return null;
}

/** Runs a phase and settles when every request of it has been answered, or given up. */
function run(order: LoadOrder): Promise<LoadResult> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const end = began + order.seconds * 1_000;
  const result: LoadResult = {
    seconds: order.seconds,
    sent: 0,
    accepted: [],
    refused: [],
    malformedRefusals: 0,
    others: {},
    receipts: [],
    cpuSeconds: 0,
  };
  let waiting = 0;
  let due = 0;
  const late: number[] = [];

  function note(response: RawResponse | null, scheduled: number): void {
    const entry = { at: scheduled - began, ms: performance.now() - scheduled };
    const receipt = response?.status === 200 ? /"receipt":"([\w-]+)"/.exec(response.body)?.[1] : undefined;
    if (receipt !== undefined) {
      result.accepted.push(entry);
      result.receipts.push(receipt);
    } else if (response?.status === 503) {
      result.refused.push(entry);
      if (!(response.retryAfter >= 1) || !response.body.includes('"code":"SERVICE_UNAVAILABLE"'))
        result.malformedRefusals += 1;
    } else {
      const code = /"code":"(\w+)"/.exec(response?.body ?? '')?.[1] ?? '';
      const outcome = response === null ? 'connection lost' : `${response.status} ${code}`.trim();
      result.others[outcome] = (result.others[outcome] ?? 0) + 1;
    }
  }

  function send(scheduled: number, after: () => void): boolean {
    const connection = freeConnection();
    if (connection === null) return false;
    waiting += 1;
    result.sent += 1;
    connection.send(nextRequest(), (response) => {
      waiting -= 1;
      note(response, scheduled);
      if (!connection.isEnded) idle.push(connection);
      after();
    });
    return true;
  }

  const sendLate = (): void => {
    while (late.length > 0 && send(late[0]!, sendLate)) late.shift();
  };

  return new Promise((resolve) => {
    const finish = (): void => {
      clearInterval(timer);
      const { user, system } = process.cpuUsage(cpu);
      if (waiting > 0) result.others['no answer'] = waiting;
      resolve({ ...result, cpuSeconds: (user + system) / 1e6 });
    };
    const again = (): void => {
      if (performance.now() < end) send(performance.now(), again);
    };
    const tick = (): void => {
      const now = performance.now();
      if (order.kind === 'open') {
        const target = Math.floor((Math.min(now, end) - began) * (order.perSecond / 1_000));
        for (; due < target; due += 1) {
          const scheduled = began + due * (1_000 / order.perSecond);
          if (late.length > 0 || !send(scheduled, sendLate)) late.push(scheduled);
        }
      }
      if (now >= end && (waiting + late.length === 0 || now >= end + FINISH_WITHIN_MS)) finish();
    };
    const timer = setInterval(tick, TICK_MS);
    if (order.kind === 'closed')
      for (let client = 0; client < order.clients; client += 1) send(performance.now(), again);
  });
}

const post = (message: LoadMessage): void => void process.send?.(message);
process.on('message', (order: LoadOrder) => void run(order).then((result) => post({ is: 'result', result })));
process.once('disconnect', () => process.exit(0));
for (let count = 0; count < CONNECTIONS; count += 1) await open();
post({ is: 'ready' });
