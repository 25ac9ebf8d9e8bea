import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt } from './attempt.ts';
import { kioskForFile } from './kiosk-for-file.ts';
import { HOME_URL } from './still-home.ts';

// Files of kinds that the app serves, outside the folder that it serves: only where they lie protects them.
const OUTSIDE_FILES = [
  'dist/secret.html',
  'dist/main/secret.js',
  'dist/renderer-next/secret.html',
  'secret.svg',
];
const ground = kioskForFile({}, ({ appFolder }) => {
  for (const name of OUTSIDE_FILES) {
    mkdirSync(join(appFolder, name, '..'), { recursive: true });
    writeFileSync(join(appFolder, name), '<svg xmlns="http://www.w3.org/2000/svg">secret</svg>');
  }
  mkdirSync(join(appFolder, 'dist/renderer/notes'), { recursive: true });
  for (const name of ['index.html.map', 'notes.txt', '.hidden.html', 'planted.cjs', 'planted.pdf'])
    writeFileSync(join(appFolder, 'dist/renderer', name), 'secret');
});

const traversals = [
  '../secret.html',
  './../secret.html',
  'assets/../../secret.html',
  '%2e%2e/secret.html',
  '..%2fsecret.html',
  '%2e%2e%2fsecret.html',
  'assets%2f..%2f..%2fsecret.html',
  '..\\secret.html',
  '..%5csecret.html',
  '%252e%252e%252fsecret.html',
  '....//secret.html',
  '../main/secret.js',
  '../renderer-next/secret.html',
  '../../secret.svg',
  '../main/main.cjs',
  '../../package.json',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'file:///etc/passwd',
  'index.html%00.svg',
  '%00',
  'index.html%2f..%2f..%2fsecret.html',
  `${'../'.repeat(20)}etc/passwd`,
  'media/../../secret.html',
  'media/%2e%2e%2f%2e%2e%2fsecret.html',
  'media/..%2f..%2fpackage.json',
];
const elsewhere = [
  'balie://main/main.cjs',
  'balie://secret.html/',
  'balie://app.example/index.html',
  'balie://visitor@app/index.html',
  'balie://./index.html',
  'balie:index.html',
];
const notServed = [
  '',
  'index.html?other=1',
  'INDEX.HTML',
  'assets',
  'assets/',
  'index.html/',
  'index.html.map',
  'notes.txt',
  '.hidden.html',
  'planted.cjs',
  'planted.pdf',
  'media/nothing.png',
  'media/',
];

/** Asks from inside the page's own partition, where no policy stands before the protocol. */
async function ask(urls: readonly string[], method = 'GET') {
  return await ground.kiosk.app.evaluate(
    async ({ webContents }, [all, how]) => {
      const session = webContents.getAllWebContents()[0]?.session;
      const answers: { url: string; status: number; text: string; policy: string | null }[] = [];
      for (const url of all) {
        const none = { url, status: 0, text: '', policy: null };
        const reply = await session?.fetch(url, { method: how }).catch(() => undefined);
        answers.push(
          reply === undefined
            ? none
            : {
                url,
                status: reply.status,
                text: await reply.text(),
                policy: reply.headers.get('content-security-policy'),
              },
        );
      }
      return answers;
    },
    [urls, method] as const,
  );
}

describe('the scheme of the app', () => {
  it('serves the page, with its policy', async () => {
    const [home] = await ask([HOME_URL]);
    expect(home).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") });
    expect(home?.text).toContain('<script');
  });

  it.each([
    ['traversals', traversals.map((path) => `balie://app/${path}`)],
    ['other hosts', elsewhere],
    ['what is no file of the screens', notServed.map((path) => `balie://app/${path}`)],
  ])('gives nothing for %s', async (_, urls) => {
    const answers = await ask(urls);
    // An address that is none at all gets no reply: 0.
    expect(
      answers.filter(({ status, text }) => ![0, 404].includes(status) || !['', 'not here'].includes(text)),
    ).toEqual([]);
    expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(0);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('gives nothing for %s', async (method) => {
    const answers = await ask([HOME_URL], method);
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [404, method === 'HEAD' ? '' : 'not here'],
    ]);
  });
});

it('a page gets none of it as a picture, a script or a style', async () => {
  const load = async (urls: readonly string[]) => {
    const got = urls.flatMap((url) =>
      (['img', 'script', 'link'] as const).map(
        (tag) =>
          new Promise<string>((answer) => {
            const made = document.createElement(tag);
            made.onload = () => answer(`${tag} ${url}`);
            made.onerror = () => answer('');
            setTimeout(answer, 3_000, ''); // An address that is none is not even tried.
            if (made instanceof HTMLLinkElement) Object.assign(made, { rel: 'stylesheet', href: url });
            else made.src = url;
            document.head.append(made);
          }),
      ),
    );
    return (await Promise.all(got)).filter((each) => each !== '');
  };
  const urls = [
    ...traversals.map((path) => `balie://app/${path}`),
    ...elsewhere,
    'file:///etc/passwd',
    'file:///usr/share/pixmaps/debian-logo.png',
  ];
  expect(await attempt(ground.kiosk.page(), load, urls)).toEqual([]);
});
