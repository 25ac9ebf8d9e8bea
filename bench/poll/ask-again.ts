// Asks the same thing again and again over kept connections: `ask-again.ts ADDRESS PLACE ETAG MILLISECONDS`. It writes prepared bytes and
// counts heads of answers, so that it takes less of the processor than any server that it asks. Prints how many answers came.
import { connect, type Socket } from 'node:net';

/** As many as it takes for a server on one core to have always something to do. */
const CONNECTIONS = 256;
const [address = '', place = '', etag = '', ms = ''] = process.argv.slice(2);
const { host, hostname, port } = new URL(address);
const ask = Buffer.from(
  `GET /${place} HTTP/1.1\r\nHost: ${host}\r\nIf-None-Match: ${etag}\r\nConnection: keep-alive\r\n\r\n`,
);
const UNCHANGED = 'HTTP/1.1 304 ';
const END = '\r\n\r\n';
let answers = 0;
let going = true;

/** One question at a time on each connection, as devices ask. An answer without a body ends with its head. */
function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let head = '';
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
    // nginx ends a connection after a thousand answers.
    socket.once('close', () => {
      if (going) void open().then((next) => next.write(ask));
    });
    socket.on('data', (text: string) => {
      head += text;
      if (!head.endsWith(END)) return;
      if (!head.startsWith(UNCHANGED)) {
        console.error(`not the answer that was asked for: ${head.slice(0, 200)}`);
        process.exit(1);
      }
      head = '';
      answers += 1;
      if (going) socket.write(ask);
    });
  });
}

const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, open));
const began = performance.now();
for (const socket of sockets) socket.write(ask);
await new Promise((resolve) => setTimeout(resolve, Number(ms)));
going = false;
const took = performance.now() - began;
console.log(JSON.stringify({ answers, perSecond: answers / (took / 1000) }));
process.exit(0);
