import type { Session, WebContents } from 'electron';
import { SCHEME } from '../app-protocol.ts';

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:1';

/**
 * A page has no network. Requests are cancelled; what makes none that can be seen (WebRTC) may not use UDP,
 * and reaches nothing but a proxy that is not there.
 */
export function guardNetwork(session: Session, contents: WebContents): void {
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !url.startsWith(`${SCHEME}://`) }),
  );
  // Without the last rule, addresses of this machine itself would not go by the proxy.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
