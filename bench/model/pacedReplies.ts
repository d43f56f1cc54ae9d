import type { ServerResponse } from 'node:http';
import { completionFrames } from './completionFrames.js';
import { monotonicMs } from '../figures/monotonicMs.js';
import type { Emission, Pace } from './pacedModelMessages.js';
import { replyPieces } from './replyPieces.js';
import type { ReplyRequest } from './replyRequest.js';

/** Replies take turns within a token's time: together they would come in bursts that no provider sends. */
const SLOTS = 8;
const KEEP_ALIVE_MS = 10_000;

interface Speaking extends Emission {
  response: ServerResponse;
  tokens: number;
  sent: number;
  startAt: number;
}

/** Speaks all replies of a load model, from one timer. */
export class PacedReplies implements Disposable {
  #pace: Pace = { tokensPerSecond: 30, startAfterMs: 100 };
  #slots: Set<Speaking>[] = Array.from({ length: SLOTS }, () => new Set());
  #next = 0;
  #turn = 0;
  #turnAt = monotonicMs();
  #ended: Emission[] = [];
  /** All but the first are the same for all replies. */
  readonly #frames: Buffer[] = [];
  readonly #timer = setInterval(() => this.#speak(), 2);
  readonly #keepAlive = setInterval(() => this.#hold(), KEEP_ALIVE_MS);

  set pace(pace: Pace) {
    this.#pace = pace;
  }

  get open(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.size, 0);
  }

  /** Answers a request; words come when it is due. */
  begin({ reply, tokens }: ReplyRequest, response: ServerResponse): void {
    for (const piece of replyPieces(reply, tokens).slice(this.#frames.length))
      this.#frames.push(completionFrames.piece(piece));
    response.writeHead(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    response.socket?.write(completionFrames.role);
    const startAt = this.#pace.startAfterMs === null ? Infinity : monotonicMs() + this.#pace.startAfterMs;
    const speaking = { reply, tokens, response, startAt, sent: 0, first: 0, last: 0, late: 0 };
    const slot = this.#slots[this.#next++ % SLOTS];
    slot?.add(speaking);
    response.once('close', () => slot?.delete(speaking));
  }

  /** Lets the held replies begin, evenly within `spreadMs`. */
  go(spreadMs: number): void {
    const held = this.#slots.flatMap((slot) => [...slot]).filter(({ startAt }) => startAt === Infinity);
    const now = monotonicMs();
    for (const [index, speaking] of held.entries()) speaking.startAt = now + (index / held.length) * spreadMs;
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

  /** Every slot whose turn has come, also those that a busy machine let pass. */
  #speak(): void {
    const every = 1_000 / this.#pace.tokensPerSecond / SLOTS;
    for (let now = monotonicMs(); this.#turnAt <= now; this.#turnAt += every) {
      const slot = this.#slots[this.#turn++ % SLOTS] ?? [];
      for (const speaking of slot) if (speaking.startAt <= this.#turnAt) this.#say(speaking, this.#turnAt);
    }
  }

  #say(speaking: Speaking, due: number): void {
    const { response, reply, tokens } = speaking;
    const index = speaking.sent++;
    const frame = index === 0 ? completionFrames.piece(replyPieces(reply, 1)[0] ?? '') : this.#frames[index];
    if (frame === undefined) return;
    const now = monotonicMs();
    if (index === 0) speaking.first = now;
    speaking.late = Math.max(speaking.late, now - due);
    // Straight to the socket: the frame is an HTTP chunk already, and `end` below adds the closing one.
    response.socket?.write(frame);
    if (speaking.sent < tokens) return;
    speaking.last = now;
    response.socket?.write(completionFrames.end(tokens));
    response.end();
    for (const slot of this.#slots) slot.delete(speaking);
    const { first, last, late } = speaking;
    this.#ended.push({ reply, first, last, late });
  }

  /** A client gives up on a model that is silent for half a minute. */
  #hold(): void {
    for (const slot of this.#slots)
      for (const { startAt, response } of slot)
        if (startAt === Infinity) response.socket?.write(completionFrames.role);
  }
}
