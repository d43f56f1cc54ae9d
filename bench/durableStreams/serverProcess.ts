import { DurableStreamTestServer } from '@durable-streams/server';

/** A child process of startDurableStreams: `<folder of its files>`. Sends its address and exits with its parent. */
const [dataDir = ''] = process.argv.slice(2);
process.once('disconnect', () => process.exit());
const server = new DurableStreamTestServer({ port: 0, dataDir });
process.send?.(await server.start());
