// The real server as a process of its own: arguments are the data folder and the address of a database. Without the limit of requests
// for an address, since all of them come from one here. Says where it listens over the channel to its parent; its log goes
// where its standard output goes.
import { makeLog } from '../../server/http/log.ts';
import { startServer } from '../../server/start-server.ts';

const NO_LIMITS = { enrolments: 1_000_000, batches: 1_000_000_000 };

const [data = '', database] = process.argv.slice(2);
const server = await startServer({ data, database }, { port: 0 }, makeLog(), NO_LIMITS);
process.once('SIGTERM', () => void server.stop().then(() => process.disconnect()));
process.send?.(server.address);
