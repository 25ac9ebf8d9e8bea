/** The parts that a separable verb puts before its "ge-": "in-gevuld", "op-gestuurd". */
const BEFORE_GE =
  'aan|achter|af|bekend|bij|binnen|dicht|door|goed|in|klaar|mee|na|om|onder|open|op|over|plaats|samen|stil' +
  '|stop|tegen|terug|toe|uit|vast|vol|voor|vrij|weg';

/** Past participles as they are built: "gevraagd", "ingevuld", "gekozen"; "behandeld", "aanbetaald". */
const PARTICIPLE = new RegExp(
  `^(?:${BEFORE_GE})?(?<core>ge\\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her)\\p{L}{2,}(?:d|t))$`,
  'u',
);

/** Strong verbs without "ge-" that officials like; their form ends in -en and looks like any plural. */
const WITHOUT_GE = new Set(
  `aanbevolen bedorven begrepen bekeken berekend besproken betrokken bevonden bewezen herzien
  onderschreven ondertekend onderzocht ontnomen ontvangen overgenomen overwogen verboden verbroken
  verkozen verkregen verloren vernomen verschoven verstreken vervangen verworven verzonden voltooid
  voorzien`.split(/\s+/),
);

/** Built like a participle, but a noun, an adjective, a verb, or a participle that says how somebody is. */
const NO_PARTICIPLE = new Set(
  `beeld bekend beleid beperkt bericht beroemd besluit bestand bevriend bewind bewust bezit gebeden
  gebied gebieden geboden geboren gebouwen gebreken gebruiken gedachten gedeelten gedicht gedichten
  geduld gehandicapt geheimen geheugen gehuwd gelden geleerd gelegenheden geloven geluiden gemeenten
  genieten gerechten geruchten gerust gescheiden geschenken geschikt geslaagd gespannen gesprekken
  getallen getrouwd getuigen gevallen gevaren gevolgen gewassen gewend gewicht gewichten gewoonten
  gezicht gezichten gezinnen gezond geïnteresseerd herfst ontbijt verbaasd verband verbod verdriet
  verdwaald vergevorderd verkeerd verliefd vermoeid verplicht verslaafd verstand verwant verward
  verzet`.split(/\s+/),
);

const WORDEN = /^(?:word|wordt|worden|werd|werden)$/;
const ZIJN = /^(?:is|zijn|was|waren|bent)$/;

/** "Door" with who does it; not "geef door" or "door de week". */
const DOER =
  /(?<!\p{L})door (?:de(?! week)|het|een|u|uw|ons|onze|hem|haar|hen|hun|mij|mijn|iemand|anderen)(?!\p{L})/u;

/** Words that start a new clause: what stands behind them belongs to another verb. */
const NEW_CLAUSE =
  /[,;:()–—]|\s(?=(?:als|omdat|dat|die|zodat|wanneer|terwijl|voordat|nadat|totdat|want|maar|dan)\s)/i;

/**
 * The passive in one Dutch sentence, as "wordt … behandeld"; undefined when there is none.
 * With "worden" it is a participle in the same clause. With "zijn" Dutch also builds its perfect ("u bent
 * verhuisd"), so there it counts only with the doer behind "door". Rather misses one than names a wrong one.
 */
export function passiveIn(sentence: string): string | undefined {
  for (const clause of sentence.toLowerCase().split(NEW_CLAUSE)) {
    const words = clause.match(/[\p{L}-]+/gu) ?? [];
    const verb = words.findLastIndex((word) => WORDEN.test(word) || (ZIJN.test(word) && DOER.test(clause)));
    const participle = words.findLast((word) => isParticiple(word));
    if (verb >= 0 && participle !== undefined) return `${words[verb]} … ${participle}`;
  }
  return undefined;
}

function isParticiple(word: string): boolean {
  if (WITHOUT_GE.has(word)) return true;
  const core = PARTICIPLE.exec(word)?.groups?.core;
  return core !== undefined && !NO_PARTICIPLE.has(core);
}
