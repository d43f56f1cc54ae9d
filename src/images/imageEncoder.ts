import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { extname, join } from 'node:path';
import type { EncodedImage } from './encodeImage.js';
import type {
  CardWork,
  ConversionWork,
  EncodingWork,
  ImageAnswer,
  ImageOrder,
  PictureWork,
} from './imageProcess.js';

/** Images encoded or drawn at once: one core is left to everything else. Each takes up to 70 MB while it is decoded. */
export const MAX_ENCODING = Math.min(Math.max(availableParallelism() - 1, 1), 4);
/** An unused process gives its memory back after this time. */
const IDLE_MS = 60_000;
/** A child that takes longer for one image hangs. It is killed, or it would hold up all later images. */
const LONGEST_TASK_MS = 180_000;

interface Task {
  order: ImageOrder;
  resolve: (answer: ImageAnswer) => void;
  reject: (error: Error) => void;
  /** Runs while the child works on it. */
  limit?: NodeJS.Timeout;
}

/**
 * Runs image work in a child process of lower priority, shared by the whole process. Image work keeps a core
 * busy for a tenth of a second, would occupy Node's threads, which also serve files and verify tokens, and
 * decodes foreign bytes: the child has no settings, no secrets and no database.
 */
export class ImageEncoder {
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #made = 0;
  readonly #waiting: Task[] = [];
  readonly #running = new Map<number, Task>();
  readonly #longestTaskMs: number;

  /** @param options tests shorten the limit of one task, in milliseconds */
  constructor({ longestTaskMs = LONGEST_TASK_MS }: { longestTaskMs?: number } = {}) {
    this.#longestTaskMs = longestTaskMs;
  }

  /** How many images are being encoded. */
  get encoding(): number {
    return this.#running.size;
  }

  /** Process id of the child; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** @throws Error if the image cannot be decoded, or the process ended */
  async run(work: EncodingWork): Promise<EncodedImage[]> {
    const answer = await this.#answer(work);
    if ('images' in answer) return answer.images;
    throw new Error('error' in answer ? answer.error : 'The image process answered with a card.');
  }

  /**
   * @returns PNG
   * @throws Error if the portrait cannot be decoded, or the process ended
   */
  async draw(work: CardWork | PictureWork | ConversionWork): Promise<Buffer> {
    const answer = await this.#answer(work);
    if ('card' in answer) return Buffer.from(answer.card);
    throw new Error('error' in answer ? answer.error : 'The image process answered with illustrations.');
  }

  #answer(work: EncodingWork | CardWork | PictureWork | ConversionWork): Promise<ImageAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order: { id: (this.#made += 1), ...work }, resolve, reject });
      this.#start();
    });
  }

  #start(): void {
    clearTimeout(this.#idle);
    while (this.#running.size < MAX_ENCODING) {
      const task = this.#waiting.shift();
      if (task === undefined) break;
      this.#child ??= this.#launch();
      this.#running.set(task.order.id, task);
      task.limit = setTimeout(() => this.#child?.kill('SIGKILL'), this.#longestTaskMs).unref();
      // If this fails, the child has ended, and its end settles the task.
      this.#child.send(task.order, () => undefined);
    }
    // Only running work keeps this process alive.
    if (this.#running.size > 0) return this.#child?.channel?.ref();
    this.#child?.channel?.unref();
    this.#idle = setTimeout(() => this.#child?.disconnect(), IDLE_MS).unref();
  }

  #settle(answer: ImageAnswer): void {
    const task = this.#running.get(answer.id);
    clearTimeout(task?.limit);
    task?.resolve(answer);
    this.#running.delete(answer.id);
    this.#start();
  }

  #launch(): ChildProcess {
    // As sources, like this file, or built.
    const extension = extname(import.meta.filename);
    const child = fork(join(import.meta.dirname, `imageProcess${extension}`), {
      cwd: import.meta.dirname,
      // One arena keeps less memory that was freed, and the work uses one thread at a time.
      env: { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' },
      execArgv: ['--max-semi-space-size=1', ...(extension === '.ts' ? ['--import', 'tsx'] : [])],
      serialization: 'advanced',
    });
    // At once, because threads inherit the priority of the thread that starts them.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const ended = (error: Error): void => {
      if (this.#child !== child) return;
      this.#child = null;
      const lost = [...this.#running.values()];
      this.#running.clear();
      for (const task of lost) {
        clearTimeout(task.limit);
        task.reject(error);
      }
      this.#start();
    };
    child.on('message', (answer: ImageAnswer) => this.#settle(answer));
    child.once('error', ended);
    child.once('exit', (code, signal) =>
      ended(new Error(`The image process ended with ${signal ?? `code ${code}`}.`)),
    );
    child.unref();
    return child;
  }
}

/** One for the whole process. It has no child process until the first image. */
export const imageEncoder = new ImageEncoder();
