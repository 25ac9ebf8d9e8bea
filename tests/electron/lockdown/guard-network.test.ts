import { expect, it, vi } from 'vitest';
import { guardNetwork } from '../../../electron/lockdown/guard-network.ts';
import { FakeContents, FakeSession } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

function guarded() {
  const session = new FakeSession();
  const contents = new FakeContents();
  guardNetwork(session as unknown as Electron.Session, contents as unknown as Electron.WebContents);
  return { session, contents };
}

it.each([
  ['https://example.nl/', true],
  ['http://127.0.0.1/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['devtools://devtools/x.html', true],
  ['balie:app', true],
  ['balie://app/index.html', false],
])('%s is cancelled: %s', (url, cancel) => {
  const decide = vi.fn<(answer: { cancel?: boolean }) => void>();
  guarded().session.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url }, decide);
  expect(decide.mock.calls).toEqual([[{ cancel }]]);
});

it('leaves WebRTC no UDP, and everything else a proxy that is not there', () => {
  const { session, contents } = guarded();
  expect(contents.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
  expect(session.setProxy.mock.calls).toEqual([
    [{ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' }],
  ]);
});
