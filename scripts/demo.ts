import { findServer } from './demo/findServer.js';
import { tellJourney } from './demo/tellJourney.js';

/**
 * Runs the whole journey in the terminal, with a real GraphQL client over HTTP and WebSocket: `npm run demo`.
 */
await using server = await findServer();
await tellJourney(server.url);
