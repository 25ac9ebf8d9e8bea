// The server as a process of its own, for devices that all share one address here: `server-once.ts DATA`. Prints where it listens.
import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';

const MANY = 10_000_000;
const [data = ''] = process.argv.slice(2);
const server = await startServer({ data }, { port: 0 }, makeLog({ write: () => undefined }), {
  enrolments: MANY,
  batches: MANY,
});
console.log(`listens at ${server.address}`);
process.once('SIGTERM', async () => {
  await server.stop();
  process.exit(0);
});
