interface Revised {
  revision: number;
}

/** Merges live data into loaded data, unless it is older: the two arrive independently. */
export function mergeLive<Loaded extends Revised, Live extends Revised>(
  loaded: Loaded,
  live: Live | undefined,
): Loaded {
  return live !== undefined && live.revision >= loaded.revision ? { ...loaded, ...live } : loaded;
}
