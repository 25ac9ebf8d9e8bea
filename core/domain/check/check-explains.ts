import type { QuestionWords } from '../flow-words.ts';
import type { FlowInPack, Pack } from '../pack.ts';
import { sentencesOf } from '../sentences.ts';
import type { Language } from '../words.ts';
import type { Remark } from './finding.ts';

/** Whoever reads with effort gives up before the answers when more stands above them. */
const MOST_SENTENCES = 2;

/**
 * At most two sentences stand between a question and its answers. Where several answers may be chosen, the screen says so in one of them.
 */
export function checkExplains(pack: Pack): Remark[] {
  return pack.flows.flatMap((single) =>
    Object.entries(single.words).flatMap(([language, { questions }]) =>
      Object.entries(questions).flatMap(([id, said]) => tooMuch(single, language, id, said)),
    ),
  );
}

function tooMuch(
  { flow }: FlowInPack,
  language: Language,
  id: string,
  { explain = '' }: QuestionWords,
): Remark[] {
  const asked = Object.hasOwn(flow.questions, id) ? flow.questions[id] : undefined;
  const most = asked?.kind === 'several' ? MOST_SENTENCES - 1 : MOST_SENTENCES;
  const count = sentencesOf(explain, language).length;
  if (count <= most) return [];
  const why = most === MOST_SENTENCES ? '' : ', because the screen adds that more than one may be chosen';
  return [
    {
      severity: 'warning',
      rule: 'explain',
      file: `flows/${flow.id}/words.${language}.yaml`,
      field: ['questions', id, 'explain'],
      message: `This has ${count} sentences; above the answers is room for ${most}${why}. Say less, or say it in "why".`,
    },
  ];
}
