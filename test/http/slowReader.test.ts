import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createBackpressureSender } from '../../src/http/sockets/backpressureSender.js';
import { keepAlive } from '../../src/http/sockets/serveSocket.js';
import { until } from '../testkit/until.js';
import { socketClient } from './socketClient.js';
import { startTestServer } from './testServer.js';

const EVENT_BYTES = 32_000;

it('a reader that stops reading stops its source alone, and misses nothing when it goes on', async () => {
  await using testServer = await startTestServer();
  await using slow = socketClient(testServer.socketUrl);
  await using quick = socketClient(testServer.socketUrl);
  await Promise.all([slow.init(), quick.init()]);
  const received = (client: typeof slow): number =>
    client.frames.filter(({ type }) => type === 'next').length;

  slow.socket.pause();
  slow.subscribe('1', 'subscription { bulk }');
  await until('the first source', () => testServer.produced[0]);
  quick.subscribe('1', 'subscription { bulk }');
  // Both sources are endless. By now an unheld one would be as far as this one is.
  await until('64 MB at the other reader', () => received(quick) >= 2_000);
  quick.socket.terminate();
  const heldAt = testServer.produced[0] ?? 0;
  // What the two ends of a connection buffer in the kernel, and one message.
  expect(heldAt * EVENT_BYTES).toBeLessThan(20_000_000);

  slow.socket.resume();
  await until('the rest', () => received(slow) > heldAt + 5);
  slow.say({ id: '1', type: 'complete' });
  const numbers = slow.frames
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => Number((payload as { data: { bulk: string } }).data.bulk.split(':')[0]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

/** A socket whose network is in the test's hands: nothing leaves until it says so. */
class StuckSocket extends EventEmitter {
  readyState: number = WebSocket.OPEN;
  bufferedAmount = 0;
  /** The messages of each write. */
  writes: string[][] = [];
  leave: (() => void)[] = [];
  cork = (): void => void this.writes.push([]);
  uncork = (): void => undefined;
  send = (message: string, left?: () => void): void => {
    this.writes.at(-1)?.push(message);
    if (left !== undefined) this.leave.push(left);
  };
  ping = vi.fn();
  terminate = vi.fn();
  asWebSocket = (): WebSocket => this as unknown as WebSocket;
}

describe('a socket whose network is stuck', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('holds one write and sends what comes up meanwhile in the next', async () => {
    const socket = new StuckSocket();
    const send = createBackpressureSender(socket.asWebSocket(), socket);
    const first = send('1');
    await vi.advanceTimersByTimeAsync(1);
    const second = send('2');
    const third = send('3');
    await vi.advanceTimersByTimeAsync(1);
    expect(socket.writes).toEqual([['1']]);
    socket.leave[0]?.();
    await first;
    await vi.advanceTimersByTimeAsync(1);
    expect(socket.writes).toEqual([['1'], ['2', '3']]);
    socket.leave[1]?.();
    await Promise.all([second, third]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(socket.terminate).not.toHaveBeenCalled();
  });

  it('is cut off after a minute', async () => {
    const socket = new StuckSocket();
    void createBackpressureSender(socket.asWebSocket(), socket)('1');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(socket.terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it('is cut off when it does not answer a ping, within half a minute', async () => {
    const socket = new StuckSocket();
    keepAlive(socket.asWebSocket());
    await vi.advanceTimersByTimeAsync(12_000);
    expect(socket.ping).toHaveBeenCalledOnce();
    socket.emit('pong');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(socket.terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it('is not pinged while messages wait, and not at all once it is closed', async () => {
    const socket = new StuckSocket();
    socket.bufferedAmount = 1;
    keepAlive(socket.asWebSocket());
    await vi.advanceTimersByTimeAsync(48_000);
    socket.bufferedAmount = 0;
    socket.emit('close');
    await vi.advanceTimersByTimeAsync(48_000);
    expect(socket.ping).not.toHaveBeenCalled();
    expect(socket.terminate).not.toHaveBeenCalled();
  });
});
