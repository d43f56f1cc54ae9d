import { findServer } from './demo/findServer.js';
import { tellJourney } from './demo/tellJourney.js';

/** The whole journey in the terminal, by a real GraphQL client over HTTP and WebSocket: `npm run demo`. */
await using server = await findServer();
await tellJourney(server.url);
