import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { blobPlace, metadataPlace } from '../../../core/contract/repository/places.ts';
import { openUrl, patienceMs } from '../../../trust/repository/open-url.ts';

async function served(answer: RequestListener, quietMs?: number) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  return openUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/packs`, undefined, quietMs);
}

describe('a repository at an address', () => {
  it('reads below that address', async () => {
    const asked: (string | undefined)[] = [];
    const files = await served((request, response) => {
      asked.push(request.url);
      response.end('text');
    });
    expect((await files.read('metadata/1.root.json', 4))?.toString()).toBe('text');
    expect(asked).toEqual(['/packs/metadata/1.root.json']);
  });

  it.each([403, 404, 410])('takes %i for not there', async (status) => {
    const files = await served((_request, response) => response.writeHead(status).end());
    expect(await files.read('x', 10)).toBeUndefined();
    expect(await files.hasBlob('ab'.repeat(32), 1)).toBe(false);
  });

  it('does not take a broken server for an empty one', async () => {
    const files = await served((_request, response) => response.writeHead(500).end());
    await expect(files.read('x', 10)).rejects.toThrow('The server says 500');
    await expect(files.hasBlob('ab'.repeat(32), 1)).rejects.toThrow('The server says 500');
    await expect(files.write('x', Buffer.from('x'))).rejects.toThrow('PUT x: the server says 500');
  });

  it('follows nobody elsewhere: a login page of some network is no answer', async () => {
    const files = await served((request, response) =>
      request.url === '/login'
        ? response.end('log in')
        : response.writeHead(302, { location: '/login' }).end(),
    );
    await expect(files.read('x', 10)).rejects.toThrow('does not answer');
  });

  it('stops reading what does not end', async () => {
    const files = await served((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    await expect(files.read('x', 100_000)).rejects.toThrow('longer than the 100000 bytes');
  });

  it.each([
    ['breaks off', (response: ServerResponse) => response.destroy()],
    ['falls silent', () => undefined],
  ])('says so when an answer %s in the middle', async (_, stop) => {
    const files = await served((_request, response) => {
      response.writeHead(200, { 'content-length': 7 });
      response.write('con', () => void stop(response));
    }, 100);
    await expect(files.read('metadata/1.root.json', 7)).rejects.toThrow(
      /^GET metadata\/1\.root\.json: .* does not answer .* Run the same command again/,
    );
    await expect(files.isWhole('ab'.repeat(32), 7)).rejects.toThrow('does not answer');
  });

  it('waits for what goes up as long as a slow line takes for it, four at once', () => {
    expect(patienceMs(0)).toBe(60_000);
    const [most, bytesAMs] = [2_000_000, 8];
    expect(patienceMs(most)).toBeGreaterThan((4 * most) / bytesAMs);
  });

  it('has a content when the length is right', async () => {
    const files = await served((_request, response) =>
      response.writeHead(200, { 'content-length': 7 }).end(),
    );
    expect(await files.hasBlob('ab'.repeat(32), 7)).toBe(true);
    expect(await files.hasBlob('ab'.repeat(32), 8)).toBe(false);
  });

  it('has a content whole when the bytes are right, and reads no more than these', async () => {
    const digest = createHash('sha256').update('content').digest('hex');
    let answer: RequestListener = (_request, response) => response.end('content');
    const files = await served((request, response) => answer(request, response));
    expect(await files.isWhole(digest, 7)).toBe(true);
    for (const text of ['kontent', 'conten', 'content and more']) {
      answer = (_request, response) => response.end(text);
      expect([text, await files.isWhole(digest, 7)]).toEqual([text, false]);
    }
    answer = (_request, response) => response.writeHead(404).end();
    expect(await files.isWhole(digest, 7)).toBe(false);
    answer = (_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    };
    expect(await files.isWhole(digest, 7)).toBe(false);
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 7 });
      response.write('con', () => response.destroy());
    };
    await expect(files.isWhole(digest, 7)).rejects.toThrow('does not answer');
  });

  it.each([
    [
      'a content',
      blobPlace('ab'.repeat(32)),
      'have whoever runs the server remove that file; then run the same command again',
    ],
    // To remove that would undo what somebody else published.
    [
      'a list of a library',
      metadataPlace('bieb', 3),
      'Somebody else published at this moment; run the same command again',
    ],
  ])('takes %s that is there already when it is the same, and no other', async (_, place, advice) => {
    const files = await served((request, response) =>
      request.method === 'PUT' ? response.writeHead(409).end() : response.end('mine'),
    );
    await files.write(place, Buffer.from('mine'));
    await expect(files.write(place, Buffer.from('ours'))).rejects.toThrow(advice);
  });

  it('says that nobody answers', async () => {
    await expect(openUrl('http://127.0.0.1:1').read('x', 1)).rejects.toThrow(
      'GET x: http://127.0.0.1:1/ does not answer',
    );
  });

  it('looks for versions one after another, from the known one on', async () => {
    const files = await served((request, response) =>
      response.writeHead(/\/[1-6]\.bieb/.test(request.url ?? '') ? 200 : 404).end(),
    );
    expect(await files.versions('bieb', 4)).toEqual([6, 5, 4]);
    expect(await files.versions('huis', 0)).toEqual([]);
  });
});
