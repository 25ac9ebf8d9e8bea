import { assemble } from './check/assemble.ts';
import { checkAddresses } from './check/check-addresses.ts';
import { checkCases } from './check/check-cases.ts';
import { checkCutOff } from './check/check-cut-off.ts';
import { checkDates } from './check/check-dates.ts';
import { checkExplains } from './check/check-explains.ts';
import { checkFlow } from './check/check-flow.ts';
import { checkLevels, type PageLevel } from './check/check-levels.ts';
import { checkMarkdown } from './check/check-markdown.ts';
import { checkMedia } from './check/check-media.ts';
import { checkOptionalWords } from './check/check-optional-words.ts';
import { checkParameters } from './check/check-parameters.ts';
import { checkPlaces } from './check/check-places.ts';
import { checkReferences } from './check/check-references.ts';
import { checkSynonyms } from './check/check-synonyms.ts';
import { checkTexts } from './check/check-texts.ts';
import { checkTwice } from './check/check-twice.ts';
import { checkVersion } from './check/check-version.ts';
import { checkWords } from './check/check-words.ts';
import {
  CALENDAR_RULES,
  type CheckContext,
  type Finding,
  fieldText,
  type Remark,
  type RemarkInFile,
  SHOWABLE_RULES,
} from './check/finding.ts';
import type { Pack } from './pack.ts';
import type { PackSource } from './pack-source.ts';

/**
 * The verdict on a pack. The pack itself is there only when nothing is wrong with it; the levels, and `readable`, as far as it could be
 * read. What is readable is for tools that show authors their work, and for nobody else.
 */
export type PackVerdict = {
  readonly pack: Pack | undefined;
  readonly readable: Pack | undefined;
  readonly findings: readonly Finding[];
  readonly levels: readonly PageLevel[];
};

/**
 * The one check of a pack: the author's editor, the server and the kiosk all run this.
 * It never throws on what an author wrote; everything wrong becomes a finding with file, line, field and fix,
 * sorted by file and line. Warnings leave the pack usable, errors do not.
 */
export function checkPack(source: PackSource, context: CheckContext): PackVerdict {
  const { pack, remarks, whole } = assemble(source);
  const judged = pack === undefined ? [] : judgeParts(pack, context, whole);
  const { levels, remarks: hard } = pack === undefined ? { levels: [], remarks: [] } : checkLevels(pack);
  // Names are compared between files when all can be read; else what is in a broken file would seem to be missing.
  const compared =
    pack === undefined || !whole
      ? []
      : [
          ...checkReferences(pack),
          ...checkParameters(pack, source),
          ...checkWords(pack),
          ...checkOptionalWords(pack),
          ...checkSynonyms(pack),
          ...checkMedia(pack, source),
        ];
  const findings = placed(
    [...remarks, ...checkCutOff(source), ...checkMarkdown(source), ...judged, ...hard, ...compared].map(
      softened(context),
    ),
    source,
  );
  const good = findings.every(({ severity }) => severity !== 'error');
  return { pack: good ? pack : undefined, readable: pack, findings, levels };
}

/**
 * On a kiosk, content that has grown old is shown as what it is; neither a wrong clock nor a check that finds more than the one under
 * which it was published must leave it without content.
 */
function softened({ published }: CheckContext): (remark: Remark) => Remark {
  const soft = published === true ? [...CALENDAR_RULES, ...SHOWABLE_RULES] : [];
  return (remark) => (soft.includes(remark.rule) ? { ...remark, severity: 'warning' } : remark);
}

function judgeParts(pack: Pack, context: CheckContext, whole: boolean): Remark[] {
  const setting = { today: context.today, parameters: pack.parameters };
  const flows = pack.flows.flatMap(({ flow, cases }) => {
    const logic = checkFlow(flow, setting);
    // A case walks the flow by its parameters, so it needs a flow without faults and all parameters.
    const tried = logic.length > 0 || !whole ? [] : checkCases(flow, cases, setting);
    return [...inFile(`flows/${flow.id}/flow.yaml`, logic), ...inFile(`flows/${flow.id}/cases.yaml`, tried)];
  });
  const { categories } = context;
  const places =
    categories === undefined
      ? []
      : checkPlaces(
          pack.flows.map(({ flow }) => flow),
          categories,
        );
  return [
    ...flows,
    ...places,
    ...checkTexts(pack),
    ...checkExplains(pack),
    ...checkTwice(pack),
    ...checkDates(pack, context),
    ...checkAddresses(pack),
    ...checkVersion(pack, context.today),
  ];
}

function inFile(file: string, remarks: readonly RemarkInFile[]): Remark[] {
  return remarks.map((remark) => ({ ...remark, file }));
}

function placed(remarks: readonly Remark[], source: PackSource): Finding[] {
  const files = new Map(source.files.map((file) => [file.path, file]));
  return remarks
    .map(({ field, ...remark }): Finding => {
      const line = remark.line ?? files.get(remark.file)?.lineOf(field);
      return { ...remark, field: fieldText(field), ...(line === undefined ? {} : { line }) };
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}
