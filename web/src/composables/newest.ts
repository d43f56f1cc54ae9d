interface Revised {
  revision: number;
}

/** What is loaded with what came live laid over it, unless that is older: the two travel different ways. */
export function newest<Loaded extends Revised, Live extends Revised>(
  loaded: Loaded,
  live: Live | undefined,
): Loaded {
  return live !== undefined && live.revision >= loaded.revision ? { ...loaded, ...live } : loaded;
}
