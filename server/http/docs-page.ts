import type { FastifyInstance } from 'fastify';

type Operation = { readonly summary?: string; readonly description?: string };

const STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { overflow: auto; padding: 1rem; background: #f2f2ef; }
code { font-family: ui-monospace, monospace; }`;

/** Serves `/docs/openapi.json`, and `/docs`, which shows it: one page without scripts, and nothing from elsewhere. */
export function serveDocs(app: FastifyInstance): void {
  const hide = { schema: { hide: true } };
  app.get('/docs/openapi.json', hide, async () => app.swagger());
  app.get('/docs/style.css', hide, async (_request, reply) => reply.type('text/css').send(STYLE));
  app.get('/docs', hide, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(app.swagger().paths ?? {})),
  );
}

function pageOf(paths: Record<string, unknown>): string {
  const parts = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]) => `<h2><code>${escapeHtml(`${method.toUpperCase()} ${path}`)}</code></h2>
<p>${escapeHtml(operation.summary ?? '')}</p>
<p>${escapeHtml(operation.description ?? '')}</p>
<pre tabindex="0"><code>${escapeHtml(JSON.stringify(operation, undefined, 2))}</code></pre>`,
    ),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Balie server</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/style.css"></head>
<body><main><h1>Balie server</h1>
<p>For programs: <a href="/docs/openapi.json">openapi.json</a></p>
${parts.join('\n')}
</main></body></html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
