import type { FastifyInstance } from 'fastify';

/** The routes that a server has, each as `GET /path`, from the tree that Fastify prints. Without those of HEAD, which come along. */
export function readRoutes(app: Pick<FastifyInstance, 'printRoutes'>): string[] {
  const parents: string[] = [];
  const routes: string[] = [];
  for (const line of app.printRoutes().split('\n')) {
    // A part that only others begin with has no methods.
    const [, indent = '', part = '', methods = '-'] =
      /^((?:[│ ] {3})*)[├└]── (.*?)(?: ?\(([A-Z, -]+)\))?$/.exec(line) ?? [];
    if (part === '') continue;
    const depth = indent.length / 4;
    const path = (depth === 0 ? '' : (parents[depth - 1] ?? '')) + part;
    parents[depth] = path;
    for (const method of methods.split(', '))
      if (!['HEAD', '-'].includes(method)) routes.push(`${method} ${path}`);
  }
  return routes.sort();
}
