/**
 * What an author reads when the cursor rests on a field: per file, by the way to the field (`*` for any
 * name or item), and else by the field's name alone. Help for the editor only, so it stands here and not in
 * the domain.
 */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'pack:': 'pack.yaml: who made this pack, in which languages, and which version it is.',
  'pack:id': 'The name of the pack, for machines: lower-case words joined by hyphens.',
  'pack:title': 'The name of the pack, for people.',
  'pack:version': 'A whole number. It goes up with every publication.',
  'pack:publisher': 'The library or organisation that answers for the content.',
  'pack:languages': 'The languages in which every text is complete. Dutch (nl) is always one of them.',
  'pack:languages.*': 'A language code, as in nl, en, ar.',
  'pack:licence': 'Under which licence others may use the content.',
  'pack:contact': 'Where a reader can report a mistake.',
  'pack:fictional': 'true for content that was made up to show how it works. The screen says so.',

  'topics:': 'topics.yaml: the tiles of the home screen, in their order.',
  'topics:*': 'One tile of the home screen. At least one flow or article belongs to it.',
  'topics:*.id':
    'The name of the topic. Flows and articles refer to it, and its words stand under it in words.nl.yaml.',
  'topics:*.tint': 'The colour that follows a visitor through this topic.',

  'parameters:': 'parameters.yaml: amounts, limits and terms, each with the days on which it holds.',
  'parameters:*': 'One amount. Write its name in braces in a text, as in {huurtoeslag.rekenhuur}.',
  'parameters:*.unit': 'What the number counts. The screen writes it with its unit.',
  'parameters:*.values': 'The values, each with its own days. No two hold on the same day.',
  'parameters:*.values.*': 'A value with the days on which it holds.',
  value: 'The number itself, without a unit: 932.93.',
  valid_from: 'The first day on which the value holds.',
  valid_until: 'The last day on which the value holds. After it the screens show no figure.',

  'contacts:':
    'contacts.yaml: who a visitor can call, visit or look up. Names and texts stand in words.nl.yaml.',
  'contacts:*': 'One organisation or place. Give a phone number, a url, here: true or own: true.',
  phone: 'A Dutch telephone number as it is printed: 0800-1234, 088 123 45 67, 030 123 45 67.',
  free: 'true when calling costs nothing, from any telephone.',
  url: 'The address of the website, with https.',
  here: 'true for the desk of the library itself: no number, just walk there.',
  own: 'true for somebody that everybody has of their own, as a doctor: no number holds for all.',

  'synonyms:': 'synonyms.yaml: how people really say it, so that the search finds the page that helps.',
  'synonyms:*': 'The synonyms of one language, by its code: nl, en.',
  'synonyms:*.*': 'Whoever says one of these, looks for one of those. It does not hold the other way round.',
  say: 'What people say: words, or words that stand in a question in any order, as in "geen werk".',
  find: 'What to look for then: words that stand in the title or text of the pages that help.',

  'words:': 'words.nl.yaml of the pack: names of topics and contacts, and words that flows share.',
  'words:topics': 'The words of every topic in topics.yaml.',
  'words:topics.*': 'The words of one topic.',
  'words:topics.*.hint': 'A few words that tell what is inside.',
  'words:contacts': 'The words of every contact in contacts.yaml.',
  'words:contacts.*': 'The words of one contact.',
  'words:contacts.*.text': 'What they do for you, in one or two short sentences.',
  'words:steps': 'Steps that more than one flow uses.',
  'words:bring': 'Things to bring that more than one flow uses.',
  name: 'The name on the screen.',
  hours: 'When they can be reached: the only text in which hours may stand.',

  'flow:':
    'flow.yaml: routing only. It goes forward and never in a circle; the words stand in words.nl.yaml.',
  'flow:id': "The flow's name: the same as its folder.",
  'flow:topic': 'The topic this belongs to, from topics.yaml.',
  'flow:start': 'The first question.',
  'flow:questions': 'The questions. The id of a question is the question: hoe-oud-bent-u.',
  'flow:questions.*': 'One question: one decision on one screen. Choose its kind first.',
  'flow:questions.*.kind':
    'choice: one answer, each with its own way on. several: any number. yes-no, number, date, postcode.',
  'flow:questions.*.answers': 'The answers, by id. Their labels stand in words.nl.yaml.',
  'flow:questions.*.answers.*': 'One answer.',
  'flow:questions.*.between':
    'The smallest and the largest answer that is taken, both included. For a date also: today.',
  'flow:questions.*.unit': 'What the number counts.',
  'flow:outcomes': 'Where the paths end. Every path ends in one of these.',
  'flow:outcomes.*': 'One end of a path: what is the case, and what to do.',
  'flow:outcomes.*.verdict':
    'yes: you can. maybe: you probably can. no: not for you. ask: somebody helps. info: good to know.',
  'flow:outcomes.*.steps': 'What to do, in this order: 1 to 6 steps. Their words stand in words.nl.yaml.',
  'flow:outcomes.*.bring': 'What to take along: at most 8 things.',
  next: 'Where this leads: a question or outcome, or rules that are read from top to bottom.',
  yes: 'Where "ja" leads: a question or outcome, or rules that are read from top to bottom.',
  no: 'Where "nee" leads: a question or outcome, or rules that are read from top to bottom.',
  'flow:questions.*.dont_know': 'Where "I don\'t know" leads. Every question has it.',
  stale: 'Where to go on a day when a parameter in a rule has no value. Needed as soon as a rule uses one.',
  when: 'The condition. The last rule has none and always holds.',
  go: 'The question or outcome this rule leads to.',

  'condition:': 'A condition on earlier answers: and, or, not; or one answer with one test.',
  and: 'All of these hold.',
  or: 'At least one of these holds.',
  not: 'This does not hold.',
  answer: 'The question whose answer is tested.',
  age: 'A date question: the whole years from that date until today are tested.',
  months_since: 'A date question: the whole months from that date until today are tested.',
  days_since: 'A date question: the days from that date until today are tested.',
  is: 'The answer is this one. For yes-no: ja or nee.',
  one_of: 'The answer is one of these.',
  includes: 'For a question of kind several: this answer was given too.',
  less_than: 'Smaller than this number or parameter.',
  at_most: 'Smaller than this number or parameter, or the same.',
  more_than: 'Larger than this number or parameter.',
  at_least: 'Larger than this number or parameter, or the same.',
  'condition:between': 'From the first to the second, both included.',
  parameter: 'The name of a parameter in parameters.yaml.',

  'flow-words:': 'words.nl.yaml of a flow: the same ids as flow.yaml, only words.',
  'flow-words:title': 'The title of the flow, on its tile.',
  'flow-words:questions': 'The words of every question in flow.yaml.',
  'flow-words:questions.*': 'The words of one question.',
  'flow-words:questions.*.answers':
    'The words of the answers. For yes-no: ja and nee, when there is more to say.',
  'flow-words:questions.*.answers.*': 'The words of one answer.',
  'flow-words:questions.*.dont_know': 'The words of "I don\'t know". They are there by themselves.',
  'flow-words:outcomes': 'The words of every outcome in flow.yaml.',
  'flow-words:outcomes.*': 'The words of one outcome.',
  'flow-words:outcomes.*.title': 'One sentence that a person can repeat.',
  'flow-words:outcomes.*.text': 'A few short sentences that say more.',
  'flow-words:steps': 'The steps that only this flow uses.',
  'flow-words:bring': 'The things to bring that only this flow uses.',
  summary: 'What it is about, in one line under the title.',
  ask: 'The question as it stands on the screen.',
  explain: 'At most two sentences above the answers.',
  why: 'Why we ask: shown when the visitor wants to know.',
  label: 'The short label on the screen.',
  note: 'One line that explains the label.',
  title: 'What it is called on the screen.',
  text: 'One or two short sentences that say more.',
  'steps.*': 'One step.',
  'bring.*': 'One thing to bring.',

  'cases:': 'cases.yaml: answers, and the outcome that an expert says they must lead to.',
  'cases:*': 'One case: who this is, what they answer, where they must come out.',
  'cases:*.name': 'Who this is, in a few words.',
  'cases:*.today': 'The day the case is set on. Without it the case must hold on any day.',
  'cases:*.answers':
    'The answers by question: an id, a list of ids, a number, a date, a postcode, or weet-niet.',
  'cases:*.outcome': 'The outcome it must lead to.',

  'article:': 'article.yaml: what a page is about, and where its facts come from. The page itself is nl.md.',
  'article:id': "The article's name: the same as its folder.",
  'article:topic': 'The topic this belongs to, from topics.yaml.',
  'article:image': 'A picture from the folder media. The page then begins with a line "alt: …".',
  picture: 'A pictogram from the list.',
  review_by: 'The last day before somebody looks at this again. After it visitors are sent to the desk.',
  sources: 'Where the facts were read, and when.',
  'sources.*': 'One source.',
  'sources.*.title': 'What the source is called.',
  source: 'The address of the page where this was read, with https.',
  checked_on: 'The day on which somebody last looked at the source.',
  contacts: 'Who to call or visit: at most 4 names from contacts.yaml.',
  places: 'Services of the directory that help with this, by their category.',
  category: 'A kind of service, as the directory calls it: geldhulp, digitaal, leren.',
  articles: 'What to read more: at most 4 articles.',
  flows: 'What may help next: at most 3 flows.',
};

/**
 * The description of a field in a file; undefined when there is nothing to say. The way `[]` is the file
 * itself.
 */
export function describeField(file: string, way: readonly string[]): string | undefined {
  const keys = [`${file}:${way.join('.')}`, way.slice(-2).join('.'), way.at(-1) ?? ''];
  const key = keys.find((each) => Object.hasOwn(DESCRIPTIONS, each));
  return key === undefined ? undefined : DESCRIPTIONS[key];
}
