import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { alertText } from '../../core/domain/alerts/alert-words.ts';
import { aboutOf } from './alert-about.ts';
import type { LibraryAlerts } from './alert-settings.ts';
import { MaybeToldError, type Message } from './tell-alerts.ts';

/** A receiver that does not answer within this is tried again later: as long as Standard Webhooks advises at most. */
const PATIENCE_MS = 30_000;

/**
 * Posts an alert, signed as Standard Webhooks says: HMAC-SHA-256 over id, time and body. The id is that of the message, the same at every
 * try, so a receiver that got it twice knows. Redirects are not followed: they would lead to an address that nobody wrote down. Throws
 * with a sentence when the answer is not 2xx, or none comes in time; MaybeToldError when it may have arrived all the same.
 */
export async function postAlert(
  { url, secret }: NonNullable<LibraryAlerts['webhook']>,
  language: LibraryAlerts['language'],
  message: Message,
  now: Date,
  patience = PATIENCE_MS,
): Promise<void> {
  const { alert, about, finding } = message;
  const id = `${alert.id}.${about}`;
  const time = String(Math.floor(now.getTime() / 1000));
  const body = Buffer.from(
    JSON.stringify({
      ...{ id, about, library: alert.library, device: alert.device, place: message.place },
      ...{ opened_at: alert.opened_at, closed_at: alert.closed_at, finding },
      text: alertText(language, finding, aboutOf(message), about === 'closed'),
    }),
  );
  const signature = createHmac('sha256', secret).update(`${id}.${time}.`).update(body).digest('base64');
  const status = await post(
    url,
    body,
    {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': `v1,${signature}`,
    },
    patience,
  );
  if (status < 200 || status >= 300) throw new Error(`${url.host} answers with ${status}, not with 2xx.`);
}

function post(url: URL, body: Buffer, headers: Record<string, string>, patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? requestSecurely : request;
    const sent = ask(url, { method: 'POST', headers, agent: false });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), patience);
    sent.once('close', () => clearTimeout(late));
    sent.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(notAnswered(url.host, code ?? message, sent.writableFinished)),
    );
    sent.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy(); // what it says beside the status is of no use here, however long it is
    });
    sent.end(body);
  });
}

/** What is to be said of no answer. All of it was sent: then the receiver may have it, whatever became of its answer. */
function notAnswered(host: string, why: string, isSent: boolean): Error {
  return isSent
    ? new MaybeToldError(`${host} gave no answer (${why}), and may have the message all the same.`)
    : new Error(`${host} cannot be reached (${why}).`);
}
