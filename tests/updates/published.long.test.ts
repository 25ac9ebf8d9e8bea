// From the publisher to the kiosk, over a real web server with the configuration that operators get.
import { expect, onTestFinished, test } from 'vitest';
import { httpSource } from '../../updates/source/http-source.ts';
import { aRepository } from '../builders/a-repository.ts';
import { startOwnNginx } from '../builders/own-nginx.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { packOf } from '../builders/updates/raw-repository.ts';

test('what is published and announced is what a kiosk shows, from a web server and from a folder', async () => {
  const repository = await aRepository();
  const nginx = await startOwnNginx(repository.folder);
  onTestFinished(() => nginx.remove());
  const overNetwork = aKiosk(repository.root);
  const fromStick = aKiosk(repository.root);
  for (const version of [2, 3]) {
    await repository.publish(version, packOf(version), { pack: 'klein' });
    expect((await repository.refresh()).problems).toEqual([]);
    const now = Date.now();
    expect(await overNetwork.update(httpSource(nginx.url), { now })).toBe('ready');
    expect(await fromStick.update(repository, { now })).toBe('ready');
    for (const kiosk of [overNetwork, fromStick])
      expect([kiosk.shown(), kiosk.title()]).toEqual([version, `Versie ${version}`]);
  }
});
