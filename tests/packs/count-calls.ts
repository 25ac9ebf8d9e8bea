import { Session } from 'node:inspector/promises';
import { checkPack } from '../../core/domain/check-pack.ts';
import type { SourceFile } from '../../core/domain/pack-source.ts';
import { readArticleText } from '../../packs/read-article-text.ts';
import { readYaml } from '../../packs/read-yaml.ts';
import { largePackFiles } from '../builders/pack-files.ts';
import { TODAY } from '../builders/today.ts';

/**
 * Reads and checks a large pack and prints how many calls of our own functions that took, and what the check
 * said. It runs in a process of its own, because the engine counts per process.
 */
const [flows = 0, articles = 0] = process.argv.slice(2).map(Number);
const files = largePackFiles(flows, articles);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const source = { files: Object.entries(files).map(readOne), media: [] };
const { pack, findings } = checkPack(source, { today: TODAY });
const { result } = await session.post('Profiler.takePreciseCoverage');
const own = result.filter(({ url }) => /\/(?:core|packs)\//.test(url) && !url.includes('node_modules'));
const calls = own
  .flatMap((script) => script.functions)
  .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
const found = { findings: findings.length, flows: pack?.flows.length, articles: pack?.articles.length };
process.stdout.write(JSON.stringify({ calls, ...found }));

function readOne([path, text]: [string, string]): SourceFile {
  return path.endsWith('.md') ? readArticleText(path, text) : readYaml(path, text);
}
