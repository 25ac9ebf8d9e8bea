import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HandoverState } from '../../core/domain/desk/handover.ts';
import { HandoverCode, writeHandoverCode } from '../../core/domain/desk/handover-code.ts';
import { ownOrigin } from '../accounts/own-origin.ts';
import { mayLook, wasRight, wasWrong } from '../handovers/guard-codes.ts';
import { findByCode, markDelivered, partnerSays, readSealed } from '../handovers/partner-desk.ts';
import {
  codePage,
  handoverPage,
  PARTNER_PLACE,
  PARTNER_STYLE_PLACE,
  type PageFault,
} from '../handovers/partner-page.ts';
import { PARTNER_STYLE } from '../handovers/partner-style.ts';
import type { PageLanguage } from '../handovers/partner-words.ts';
import { refusalOf } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';

const MOST_BYTES = 2_000;
/** So long the page says to wait. */
const QUARTER_MS = 15 * 60_000;
const PageLanguageName = z.enum(['nl', 'en']);

/** What the forms of the page send. */
const Sent = z.object({
  language: PageLanguageName.catch('nl'),
  code: z.string().max(200).catch(''),
  act: z.enum(['', 'fetch', ...HandoverState.options]).catch(''),
});

/**
 * The partner's page: HTML without scripts, without an account, without a cookie. The code comes in the body of a request alone, so it
 * is in no address and no log (decision 38). `perMinute`: how often one address may ask.
 */
export function servePartnerPage(app: FastifyInstance, store: ServerStore, perMinute: number): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    pages.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        // With no referrer at all, a browser would not say either where a form comes from.
        'referrer-policy': 'same-origin',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      });
    });
    pages.setErrorHandler((error, request, reply) => {
      const { why, statusCode } = refusalOf(error);
      if (why === 'unavailable') request.log.error({ err: error }, 'request-failed');
      const fault = why === 'too-many' ? 'wait' : why === 'unavailable' ? 'unavailable' : 'foreign';
      return send(reply, codePage(languageOf(request), fault), statusCode);
    });
    const limited = { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } };
    const hide = { schema: { hide: true } };

    pages.get(PARTNER_STYLE_PLACE, hide, async (_request, reply) =>
      reply.type('text/css').send(PARTNER_STYLE),
    );
    pages.get(PARTNER_PLACE, { ...limited, ...hide }, async (request, reply) =>
      send(reply, codePage(languageOf(request))),
    );
    pages.post(PARTNER_PLACE, { ...limited, ...hide, bodyLimit: MOST_BYTES }, async (request, reply) => {
      if (!isOwn(request)) return send(reply, codePage(languageOf(request), 'foreign'), 403);
      const { language, code: typed, act } = Sent.parse(request.body ?? {});
      const fail = (fault: PageFault, status: number) => send(reply, codePage(language, fault), status);
      const code = HandoverCode.safeParse(typed);
      // A slip of the pen tells nothing of the codes that there are, so it counts as no try.
      if (!code.success) return fail('notWritten', 400);
      const now = new Date();
      const { waitMs } = await mayLook(store, request.ip, now);
      if (waitMs > 0) return fail(waitMs > QUARTER_MS ? 'waitLong' : 'wait', 429);
      const seen = await findByCode(store, code.data, now);
      if (seen === undefined) {
        await wasWrong(store, now);
        return fail('unknown', 404);
      }
      await wasRight(store, request.ip, now);
      if (act === 'fetch') {
        const file = await readSealed(store, seen);
        if (file === undefined) return fail('gone', 404);
        // Once all of it went out it stays for some minutes; a line that broke before changes nothing.
        reply.raw.once('finish', () => {
          markDelivered(store, seen, new Date()).catch((error) =>
            request.log.error({ err: error }, 'not-marked'),
          );
        });
        return reply
          .header('content-disposition', `attachment; filename="${writeHandoverCode(code.data)}.age"`)
          .type('application/octet-stream')
          .send(file);
      }
      const isSaid = act === '' || (await partnerSays(store, seen, act));
      const after = await findByCode(store, code.data, now);
      if (after === undefined) return fail('unknown', 404);
      return send(reply, handoverPage(language, code.data, after, !isSaid));
    });
  });
}

function send(reply: FastifyReply, html: string, status = 200) {
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}

/** The language that the page was asked in: by name, else the first that the browser has of the two. */
function languageOf({ query, headers }: FastifyRequest): PageLanguage {
  const asked = PageLanguageName.safeParse((query as { language?: unknown }).language);
  if (asked.success) return asked.data;
  const [first] = /\b(nl|en)\b/.exec(headers['accept-language'] ?? '') ?? [];
  return first === 'en' ? 'en' : 'nl';
}

/**
 * Does the form come from this page? A page from elsewhere could have the browsers of its readers try codes. Browsers say so in one of two
 * ways; who says it in neither is none that anybody has. The page is at the address on the slip, by which the devices know this server:
 * that may be another one than the administration has. Only when the web server says that it was asked by https: a foreign name that leads
 * here has no certificate for it.
 */
function isOwn(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  const isSlip = request.protocol === 'https' && origin === `https://${request.host}`;
  return isSlip || origin === ownOrigin(request);
}
