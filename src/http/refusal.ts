/** A request turned away before anyone read it; errorReply gives it its words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly statusCode: 400 | 404 | 405 | 415) {
    super(`refused with ${statusCode}`);
  }
}
