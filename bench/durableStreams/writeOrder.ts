/** Sent to the writer's process: replies to request from the model, each to be appended to a stream of its own. It answers `true` when all have ended. */
export interface WriteOrder {
  /** Of the streams, by reply. */
  urls: string[];
  tokens: number;
}
