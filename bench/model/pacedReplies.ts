import type { ServerResponse } from 'node:http';
import { completionFrames } from './completionFrames.js';
import { monotonicMs } from '../figures/monotonicMs.js';
import type { Emission, Pace } from './pacedModelMessages.js';
import { replyPieces } from './replyPieces.js';
import type { ReplyRequest } from './replyRequest.js';

/**
 * Replies are spread over slots within a token's time. Otherwise they would come in bursts, which no provider
 * sends.
 */
const SLOTS = 8;
const KEEP_ALIVE_MS = 10_000;

interface OpenReply extends Emission {
  response: ServerResponse;
  tokens: number;
  sent: number;
  startAt: number;
}

/** Sends all replies of a load model from one timer. */
export class PacedReplies implements Disposable {
  #pace: Pace = { tokensPerSecond: 30, startAfterMs: 100 };
  #slots: Set<OpenReply>[] = Array.from({ length: SLOTS }, () => new Set());
  #next = 0;
  #turn = 0;
  #turnAt = monotonicMs();
  #ended: Emission[] = [];
  /** All frames except the first are the same for every reply. */
  readonly #frames: Buffer[] = [];
  readonly #timer = setInterval(() => this.#sendDue(), 2);
  readonly #keepAlive = setInterval(() => this.#keepHeldAlive(), KEEP_ALIVE_MS);

  set pace(pace: Pace) {
    this.#pace = pace;
  }

  get open(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.size, 0);
  }

  /** Starts the response to a request. Tokens follow when they are due. */
  begin({ reply, tokens }: ReplyRequest, response: ServerResponse): void {
    for (const piece of replyPieces(reply, tokens).slice(this.#frames.length))
      this.#frames.push(completionFrames.piece(piece));
    response.writeHead(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    response.socket?.write(completionFrames.role);
    const startAt = this.#pace.startAfterMs === null ? Infinity : monotonicMs() + this.#pace.startAfterMs;
    const open = { reply, tokens, response, startAt, sent: 0, first: 0, last: 0, late: 0 };
    const slot = this.#slots[this.#next++ % SLOTS];
    slot?.add(open);
    response.once('close', () => slot?.delete(open));
  }

  /** Starts the held replies, spread evenly over `spreadMs`. */
  go(spreadMs: number): void {
    const held = this.#slots.flatMap((slot) => [...slot]).filter(({ startAt }) => startAt === Infinity);
    const now = monotonicMs();
    for (const [index, open] of held.entries()) open.startAt = now + (index / held.length) * spreadMs;
  }

  take(): Emission[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    clearInterval(this.#keepAlive);
  }

  /** Serves every slot that is due, including those that a busy machine missed. */
  #sendDue(): void {
    const every = 1_000 / this.#pace.tokensPerSecond / SLOTS;
    for (let now = monotonicMs(); this.#turnAt <= now; this.#turnAt += every) {
      const slot = this.#slots[this.#turn++ % SLOTS] ?? [];
      for (const open of slot) if (open.startAt <= this.#turnAt) this.#send(open, this.#turnAt);
    }
  }

  #send(reply: OpenReply, due: number): void {
    const { response, reply: number, tokens } = reply;
    const index = reply.sent++;
    const frame = index === 0 ? completionFrames.piece(replyPieces(number, 1)[0] ?? '') : this.#frames[index];
    if (frame === undefined) return;
    const now = monotonicMs();
    if (index === 0) reply.first = now;
    reply.late = Math.max(reply.late, now - due);
    // Written directly to the socket: the frame is already an HTTP chunk, and `end` below adds the final one.
    response.socket?.write(frame);
    if (reply.sent < tokens) return;
    reply.last = now;
    response.socket?.write(completionFrames.end(tokens));
    response.end();
    for (const slot of this.#slots) slot.delete(reply);
    const { first, last, late } = reply;
    this.#ended.push({ reply: number, first, last, late });
  }

  /** Keeps held replies alive, because a client gives up on a model that is silent for half a minute. */
  #keepHeldAlive(): void {
    for (const slot of this.#slots)
      for (const { startAt, response } of slot)
        if (startAt === Infinity) response.socket?.write(completionFrames.role);
  }
}
