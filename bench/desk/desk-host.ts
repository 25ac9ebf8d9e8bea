// The desk's host: the line, on which it takes whatever comes, and a bare TLS server that gives a line back for every line. Says on stdout
// at which ports. The argument: its key, and that of the kiosk.
import { createServer } from 'node:tls';
import { secureOptions } from '../../desk-line/secure-socket.ts';
import { serveDesk } from '../../desk-line/serve-desk.ts';
import { openDeviceKey } from '../../trust/jws/device-key.ts';

const { key: text, kiosk } = JSON.parse(process.argv[2] ?? '') as { key: string; kiosk: string };
const key = openDeviceKey(text);
const line = await serveDesk({
  key,
  kiosks: new Set([kiosk]),
  number: 1,
  now: () => performance.now(),
  changed: (board) => {
    const waiting = board.find(({ state }) => state === 'waiting');
    if (waiting) line.press(waiting.request.id, 'take');
  },
});
const bare = createServer(secureOptions(key), (socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => void socket.write(chunk));
});
bare.listen(0, '0.0.0.0', () => {
  const address = bare.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ line: line.port, bare: port })}\n`);
});
