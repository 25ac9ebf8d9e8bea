import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HOME_LANGUAGE } from '../../core/domain/words.ts';
import { flowGraph } from '../../maps/flow-graph.ts';
import { mapWords } from '../../maps/map-words.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { graphSvg } from './graph-svg.ts';
import { errorsElsewhere, loadFlow } from './load-pack.ts';
import { writeOrRefuse } from './write-or-refuse.ts';

/**
 * `balie pack graph DIR FLOW [--out FILE] [--language LANGUAGE]`: writes a map of the flow, FLOW.svg in the
 * current folder unless told otherwise. What is wrong elsewhere in the pack is only counted. Throws CommandError when the logic of the
 * flow does not hold, it has no such language, or the file cannot be written.
 */
export function graphCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR', 'FLOW'], {
    out: 'string',
    language: 'string',
    today: 'string',
  });
  const today = todayFrom(options['today']);
  const { pack, flow, errors } = loadFlow(positions[0] as string, positions[1] as string, today);
  const language = String(options['language'] ?? HOME_LANGUAGE);
  const words = Object.hasOwn(flow.words, language) ? flow.words[language] : undefined;
  if (words === undefined && pack.about.languages.includes(language))
    throw new CommandError(
      `The words of this flow in "${language}" are missing or cannot be read. "balie pack check" says why.`,
      1,
    );
  if (words === undefined)
    throw new CommandError(
      `This pack has no language "${language}". It has: ${pack.about.languages.join(', ')}.`,
    );
  const graph = flowGraph(flow.flow, { words, language, parameters: pack.parameters, today });
  const svg = graphSvg(graph, {
    title: words.title,
    summary: words.summary,
    say: mapWords(language),
    language,
  });
  const file = resolve(String(options['out'] ?? `${flow.flow.id}.svg`));
  writeOrRefuse(file, 'Give another file with --out.', () => writeFileSync(file, svg));
  console.log(
    `Wrote ${file}: ${graph.cards.length} cards, ${graph.edges.length} ways. Open it in a browser.`,
  );
  for (const line of errorsElsewhere(errors)) console.log(line);
  return 0;
}
