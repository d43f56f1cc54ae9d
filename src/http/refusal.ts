/** A request rejected by its HTTP status before a route handles it. errorReply adds the message. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  constructor(readonly statusCode: 400 | 404 | 405 | 415) {
    super(`refused with ${statusCode}`);
  }
}
