/** Why the embedded database cannot start. The message explains to the user how to fix it. */
export class DatabaseStartError extends Error {
  override readonly name: string = 'DatabaseStartError';
}

/** Another live process owns the data folder. */
export class DataFolderInUseError extends DatabaseStartError {
  override readonly name = 'DataFolderInUseError';

  /** @param holder the owner's process id, if the database knows it */
  constructor(
    dataDir: string,
    readonly holder: number | undefined,
  ) {
    const who = holder === undefined ? 'another process' : `process ${holder}`;
    super(`The data folder ${dataDir} is in use by ${who}. Stop it first or set DATA_DIR to another folder.`);
  }
}
