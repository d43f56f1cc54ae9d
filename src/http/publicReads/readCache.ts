import { setTimeout as wait } from 'node:timers/promises';
import { outsideTrace } from '../../telemetry/spans.js';
import type { KeptRead } from './keptRead.js';
import type { RowWatch } from './publicRows.js';

/** How long a read is kept without an event that its row changed: events may be lost. */
const KEEP_MS = 750;
/** Every answer of a friend is an event of its survey, so a read outlives those that follow each other closely. */
const KEEP_AT_LEAST_MS = 250;
/** How long an old read may be served while the next one is being made. */
const RENEW_WITHIN_MS = 250;
const KEEP_MISSING_MS = 1_000;
/** A survey takes about 10 KB, in two encodings. */
const MAX_READS = { found: 1_000, missing: 500 };
/** Spellings of a URL under which a read is found without parsing it. */
const MAX_URLS = 4;
const MAX_URL_LENGTH = 500;

/** What a read brought. `missing` says that there is no such row. */
export type Outcome<Other> = { kind: 'found' | 'missing'; read: KeptRead } | { kind: 'other'; other: Other };

/** Where a read comes from. */
interface Source<Other> {
  /** Watches the row; called before it is read, so that no change is missed. Null if there is none. */
  watch(): Promise<RowWatch | null>;
  /** Reads it; called again later if it is kept. */
  make(): Promise<Outcome<Other>>;
}

interface Entry {
  read: KeptRead;
  urls: string[];
  wasUsed: boolean;
  /** Stops what keeps it up to date. */
  end(): void;
}

/** Called for each read: `kept` cost nothing, `joined` waited for one that was `made`. */
type Observe = (how: 'kept' | 'joined' | 'made') => void;

/**
 * Keeps the answers to public reads: a bounded number of them, each until its row changes or for 0.75 seconds. Those
 * that are used meanwhile are made anew before they are dropped, so that a survey that many people open is read once
 * for all of them. Simultaneous reads of the same are one.
 */
export class ReadCache<Other> {
  readonly #found = new Map<string, Entry>();
  readonly #missing = new Map<string, Entry>();
  readonly #byUrl = new Map<string, Entry>();
  readonly #running = new Map<string, Promise<Outcome<Other>>>();
  #isClosed = false;

  constructor(
    private readonly observe: Observe,
    private readonly maxReads = MAX_READS,
  ) {}

  /** The kept read of a URL that was answered before. */
  byUrl(url: string): KeptRead | undefined {
    const entry = this.#byUrl.get(url);
    if (entry === undefined) return undefined;
    entry.wasUsed = true;
    this.observe('kept');
    return entry.read;
  }

  /**
   * The read of a key: kept, under way or made now.
   * @param url from now on also finds it, while it is kept
   */
  async get(key: string, url: string, source: Source<Other>): Promise<Outcome<Other>> {
    const outcome = await this.#outcome(key, source);
    if (outcome.kind !== 'other') this.#addUrl(this.#found.get(key) ?? this.#missing.get(key), url);
    return outcome;
  }

  async #outcome(key: string, source: Source<Other>): Promise<Outcome<Other>> {
    for (const [kind, entries] of [
      ['found', this.#found],
      ['missing', this.#missing],
    ] as const) {
      const entry = entries.get(key);
      if (entry === undefined) continue;
      entry.wasUsed = true;
      this.observe('kept');
      return { kind, read: entry.read };
    }
    const running = this.#running.get(key);
    this.observe(running === undefined ? 'made' : 'joined');
    if (running !== undefined) return running;
    const made = this.#make(key, source).finally(() => this.#running.delete(key));
    this.#running.set(key, made);
    return made;
  }

  async #make(key: string, source: Source<Other>): Promise<Outcome<Other>> {
    const watched = await source.watch();
    let isKept = false;
    try {
      const outcome = await source.make();
      if (this.#isClosed) return outcome;
      if (outcome.kind === 'found' && watched !== null) {
        isKept = true;
        const entry = this.#keep(this.#found, this.maxReads.found, key, outcome.read, () => watched.close());
        const renewing = outsideTrace(() => this.#renew(entry, watched, source));
        void renewing.finally(() => this.#drop(this.#found, key, entry));
      } else if (outcome.kind === 'missing') {
        const timer = setTimeout(() => entry.end(), KEEP_MISSING_MS).unref();
        const entry = this.#keep(this.#missing, this.maxReads.missing, key, outcome.read, () =>
          clearTimeout(timer),
        );
      }
      return outcome;
    } finally {
      if (!isKept) watched?.close();
    }
  }

  /** Keeps an entry up to date for as long as it is used and found. */
  async #renew(entry: Entry, watched: RowWatch, source: Source<Other>): Promise<void> {
    for (;;) {
      const rested = wait(KEEP_AT_LEAST_MS, undefined, { ref: false });
      if (!(await watched.changedWithin(KEEP_MS))) return;
      await rested;
      if (!entry.wasUsed || this.#isClosed) return;
      entry.wasUsed = false;
      const late = wait(RENEW_WITHIN_MS, null, { ref: false });
      const outcome = await Promise.race([source.make().catch(() => null), late]);
      if (outcome?.kind !== 'found') return;
      this.observe('made');
      entry.read = outcome.read;
    }
  }

  #keep(entries: Map<string, Entry>, max: number, key: string, read: KeptRead, stop: () => void): Entry {
    entries.get(key)?.end();
    if (entries.size >= max) entries.values().next().value?.end();
    const entry: Entry = {
      read,
      urls: [],
      wasUsed: false,
      end: () => {
        stop();
        this.#drop(entries, key, entry);
      },
    };
    entries.set(key, entry);
    return entry;
  }

  #drop(entries: Map<string, Entry>, key: string, entry: Entry): void {
    if (entries.get(key) !== entry) return;
    entries.delete(key);
    for (const url of entry.urls) this.#byUrl.delete(url);
    entry.end();
  }

  #addUrl(entry: Entry | undefined, url: string): void {
    if (entry === undefined || url.length > MAX_URL_LENGTH || this.#byUrl.has(url)) return;
    // The newest spellings count: otherwise anyone could take the places of the app's own.
    if (entry.urls.length >= MAX_URLS) this.#byUrl.delete(entry.urls.shift() ?? '');
    entry.urls.push(url);
    this.#byUrl.set(url, entry);
  }

  /** Drops everything. What is still being read is not kept. */
  close(): void {
    this.#isClosed = true;
    for (const entries of [this.#found, this.#missing]) for (const entry of entries.values()) entry.end();
  }
}
