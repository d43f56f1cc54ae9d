import { findServer } from './demo/findServer.js';
import { runJourney } from './demo/runJourney.js';

/**
 * Runs the whole journey in the terminal, with a real GraphQL client over HTTP and WebSocket: `npm run demo`.
 */
await using server = await findServer();
await runJourney(server.url);
