/**
 * Words of letters and regulations, each form that occurs, and what to write instead. Our own choice, in the
 * spirit of the public lists of plain Dutch (the "Moeilijkewoordenboek" of Amsterdam, the word list of RVO).
 * Not here: words that are only difficult in one of their meanings ("uiterlijk", "bescheiden"); see MEANINGS.
 */
const WORDS: Readonly<Record<string, string>> = {
  'aangaande|dienaangaande': 'over',
  'aangelegenheid|aangelegenheden': 'zaak',
  aangezien: 'omdat',
  'aanvang|aanvangen|aanvangt': 'begin',
  'aanwenden|aanwendt|aangewend': 'gebruiken',
  'aanzienlijk|aanzienlijke': 'groot',
  abusievelijk: 'per ongeluk',
  'accorderen|accordeert|geaccordeerd': 'goedkeuren',
  'additioneel|additionele': 'extra',
  'adequaat|adequate': 'goed',
  aldus: 'zo',
  'alsmede|alsook': 'en ook',
  alvorens: 'voordat',
  ambtshalve: 'zelf, zonder dat u iets vraagt',
  'anticiperen|anticipeert': 'rekening houden met',
  behoudens: 'behalve',
  'belanghebbende|belanghebbenden': 'de mensen voor wie dit gevolgen heeft',
  benevens: 'en ook',
  'benodigd|benodigde': 'nodig',
  'beogen|beoogt|beoogd|beoogde': 'willen',
  'beschikking|beschikkingen': 'besluit',
  'betreffen|betreft|betreffende|betreffend': 'over',
  'betrokkene|betrokkenen': 'de persoon',
  'bevoegd|bevoegde': 'mag',
  'bewerkstelligen|bewerkstelligt|bewerkstelligd': 'zorgen voor',
  'bezoldiging|bezoldigd': 'loon',
  'bijgaand|bijgaande': 'bij deze brief',
  'bijgevolg|dientengevolge|mitsdien|derhalve': 'daarom',
  'billijk|billijke': 'eerlijk',
  circa: 'ongeveer',
  conform: 'volgens',
  'consulteren|consulteert|geconsulteerd': 'vragen',
  'continueren|continueert|gecontinueerd': 'doorgaan met',
  'daaromtrent|hieromtrent': 'daarover',
  'daartoe|hiertoe': 'daarvoor',
  dagtekening: 'datum',
  danwel: 'of',
  'deponeren|deponeert|gedeponeerd': 'neerleggen',
  dermate: 'zo',
  'desalniettemin|niettemin|desondanks': 'toch',
  'desbetreffend|desbetreffende|onderhavig|onderhavige': 'deze',
  desgewenst: 'als u dat wilt',
  'discrepantie|discrepanties': 'verschil',
  doch: 'maar',
  'doorgaans|veelal': 'meestal',
  'dusdanig|dusdanige': 'zo',
  'effectueren|effectueert|geëffectueerd': 'uitvoeren',
  'eveneens|tevens': 'ook',
  evenwel: 'maar',
  'evident|evidente': 'duidelijk',
  'faciliteren|faciliteert|gefaciliteerd': 'helpen met',
  'fiatteren|fiatteert|gefiatteerd': 'goedkeuren',
  'frequent|frequente': 'vaak',
  gaarne: 'graag',
  gedurende: 'tijdens',
  geenszins: 'niet',
  'gehuwd|gehuwde|gehuwden': 'getrouwd',
  gelieve: 'wilt u',
  'genereren|genereert|gegenereerd': 'maken',
  'gerechtigd|gerechtigde': 'mag',
  'hanteren|hanteert|gehanteerd|gehanteerde': 'gebruiken',
  'heden|thans': 'nu',
  hetgeen: 'wat',
  hetwelk: 'dat',
  'honoreren|honoreert|gehonoreerd': 'goedkeuren',
  'implementeren|implementeert|geïmplementeerd|implementatie': 'invoeren',
  inachtneming: 'rekening houden met',
  indien: 'als',
  'ingezetene|ingezetenen': 'inwoner',
  'ingevolge|krachtens': 'volgens',
  'initiëren|initieert|geïnitieerd': 'beginnen',
  inlichtingen: 'informatie',
  'instantie|instanties': 'organisatie',
  'integraal|integrale': 'in één keer, samen',
  'interventie|interventies|interveniëren': 'hulp',
  'inwilligen|inwilligt|ingewilligd|inwilliging': 'goedkeuren',
  'inwinnen|ingewonnen': 'vragen',
  'inzake|omtrent': 'over',
  jegens: 'tegen',
  jongstleden: 'van deze maand of dit jaar',
  klaarblijkelijk: 'blijkbaar',
  'kosteloos|kosteloze': 'gratis',
  'legitimatiebewijs|legitimatiebewijzen': 'paspoort of ID-kaart',
  'mededelen|mededeling|mededelingen|medegedeeld|meegedeeld': 'vertellen',
  medio: 'midden in',
  middels: 'met',
  mits: 'alleen als',
  nadien: 'daarna',
  'nadere|nader': 'meer',
  nagenoeg: 'bijna',
  'naleven|naleving|nageleefd': 'zich houden aan',
  niettegenstaande: 'ondanks',
  nihil: 'nul',
  nimmer: 'nooit',
  nochtans: 'toch',
  'noodzakelijk|noodzakelijke': 'nodig',
  omwille: 'voor',
  'ondergetekende|ondergetekenden': 'ik',
  ongeacht: 'het maakt niet uit',
  onmiddellijk: 'meteen',
  'onverwijld|terstond|aanstonds': 'meteen',
  onverhoopt: 'toch',
  onverminderd: 'ook',
  'optimaal|optimale|optimaliseren': 'zo goed mogelijk',
  overeenkomstig: 'volgens',
  'participeren|participeert|participatie': 'meedoen',
  'pogen|poogt|trachten|tracht|trachtte': 'proberen',
  'potentieel|potentiële': 'mogelijk',
  'raadplegen|raadpleegt|raadpleeg|geraadpleegd': 'kijken in',
  'rechthebbende|rechthebbenden': 'de persoon die er recht op heeft',
  redelijkerwijs: 'normaal',
  reeds: 'al',
  'regulier|reguliere': 'gewoon',
  'relevant|relevante': 'belangrijk',
  'restitutie|restituties|restitueren': 'geld terug',
  'resulteren|resulteert|geresulteerd': 'leiden tot',
  'retourneren|retourneert|geretourneerd': 'terugsturen',
  separaat: 'apart',
  'significant|significante|substantieel|substantiële': 'groot',
  'stringent|stringente': 'streng',
  'summier|summiere': 'kort',
  teneinde: 'om',
  terzake: 'hierover',
  tijdig: 'op tijd',
  'toekennen|toegekend|toegekende|toekenning': 'geven',
  'toereikend|toereikende': 'genoeg',
  'toezenden|toegezonden|toezending': 'sturen',
  uitsluitend: 'alleen',
  'uitkeringsgerechtigde|uitkeringsgerechtigden': 'iemand met een uitkering',
  'vereist|vereiste|vereisten': 'nodig',
  'verifiëren|verifieert|geverifieerd|verificatie': 'controleren',
  'verkrijgen|verkrijgt|verkregen': 'krijgen',
  'verlenen|verleent|verleend|verlening': 'geven',
  'vernemen|verneemt|vernomen': 'horen',
  'verrichten|verricht|verrichtte': 'doen',
  'verschaffen|verschaft|verschafte': 'geven',
  verschuldigd: 'moet u betalen',
  'verstrekken|verstrekt|verstrekte|verstrekking': 'geven',
  'verstrijken|verstrijkt|verstreken': 'voorbijgaan',
  'vervaardigen|vervaardigt|vervaardigd': 'maken',
  'verwerven|verwerft|verworven': 'krijgen',
  'verzoeken|verzoekt|verzocht': 'vragen',
  'vigerend|vigerende': 'geldend',
  'vooralsnog|voorshands': 'voorlopig',
  vooraleer: 'voordat',
  voornemen: 'plan',
  voornemens: 'van plan',
  'voornoemd|voornoemde|bovengenoemd|bovengenoemde': 'deze',
  voorts: 'ook',
  'waarborgen|waarborgt|gewaarborgd': 'zorgen voor',
  wederom: 'weer',
  wellicht: 'misschien',
  'wijzigen|wijzigt|gewijzigd|gewijzigde': 'veranderen',
  'wijziging|wijzigingen': 'verandering',
  woonachtig: 'woont',
  'zienswijze|zienswijzen': 'mening',
  'zodanig|zodanige': 'zo',
  zodoende: 'zo',
  'zorgdragen|zorgdraagt': 'zorgen',
  zulks: 'dat',
};

/** Groups of words, and words that are difficult only in the company of others. */
const MEANINGS: Readonly<Record<string, string>> = {
  // Not "een bescheiden inkomen".
  '(?:de|uw|alle|volgende|gevraagde|overige) bescheiden(?= (?:aan|bij|in|mee|op|te)(?!\\p{L})|[.,;:!?]|$)':
    'papieren',
  'dan wel': 'of',
  // Not "u dient een aanvraag in", nor "dit dient om te …".
  'dien(?:t|en)(?: (?!in |om |voor |als )\\S+(?<![,;:])){0,6}? te': 'moet',
  'in aanmerking (?:te )?(?:komen|komt|kunt|wilt)|kom(?:t|en)?(?: \\S+){0,4} in aanmerking': 'kunnen krijgen',
  'in de gelegenheid': 'de kans',
  'in het kader van': 'voor',
  'in kennis (?:stellen|gesteld|stelt)': 'vertellen',
  'kenbaar (?:maken|maakt|gemaakt|te maken)': 'laten weten',
  'met betrekking tot|ten aanzien van|ter zake van': 'over',
  'met ingang van': 'vanaf',
  'onder vermelding van': 'schrijf erbij',
  'op grond van|uit hoofde van': 'door, volgens',
  'per omgaande': 'meteen',
  'te allen tijde': 'altijd',
  'ten behoeve van': 'voor',
  'ten gevolge van': 'door',
  'ten hoogste': 'niet meer dan',
  'ter beschikking': 'geven, krijgen',
  'tot op heden': 'tot nu',
  // "Uw uiterlijk" is how you look.
  'uiterlijk(?= (?:\\d|\\{|op |voor |vóór |binnen ))': 'niet later dan',
  'van toepassing': 'geldt',
  'voorafgaand aan': 'voor',
  'zorg (?:te )?dragen|draagt zorg|dragen zorg': 'zorgen',
};

/** A difficult word as it stands in the sentence, and an easier one. */
export type DifficultWord = { readonly found: string; readonly easier: string };

const FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([forms, easier]) => forms.split('|').map((form) => [form, easier] as const)),
);

const byItself = (forms: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\d-])(?:${forms})(?![\\p{L}\\d-])`, flags);

const PATTERNS = Object.entries(MEANINGS).map(([forms, easier]) => ({
  pattern: byItself(forms, 'gu'),
  easier,
}));

/** All of them in one: most sentences have none, and each pattern is compiled when it is first asked. */
const ANY_PATTERN = byItself(Object.keys(MEANINGS).join('|'), 'u');

/** A sentence that explains a word: "Participatie is een ander woord voor meedoen." */
const EXPLAINS = /(?<!\p{L})(?:ander woord voor|betekent|heet|heten|noemen wij dat|noemen we dat)(?!\p{L})/iu;

/**
 * The difficult words in one Dutch sentence, in reading order. Not those that the sentence explains or names
 * between double quotes, and no word with a capital (a name), unless it opens the sentence.
 */
export function difficultWordsIn(sentence: string): DifficultWord[] {
  if (EXPLAINS.test(sentence)) return [];
  let rest = sentence
    .replace(/^["“(*]*\p{Lu}(?=\p{Ll})/u, (opening) => opening.toLowerCase())
    .replace(/["“„][^"”]*["”]|(?<=\{)[^{}]*(?=\})/g, hide);
  const found: { at: number; found: string; easier: string }[] = [];
  for (const { pattern, easier } of ANY_PATTERN.test(rest) ? PATTERNS : []) {
    for (const match of rest.matchAll(pattern))
      found.push({ at: match.index, found: shorten(match[0]), easier });
    rest = rest.replace(pattern, hide);
  }
  for (const match of rest.matchAll(/[\p{L}\d-]+/gu)) {
    const easier = FORMS.get(match[0]);
    if (easier !== undefined) found.push({ at: match.index, found: match[0], easier });
  }
  return found.sort((one, other) => one.at - other.at).map(({ found, easier }) => ({ found, easier }));
}

/** "Dient u dit te" is found as "dient … te". */
function shorten(found: string): string {
  return found.replace(/^(\S+) .+ (te|in aanmerking)$/, '$1 … $2');
}

function hide(text: string): string {
  return '\u0001'.repeat(text.length);
}
