/**
 * What stands after "DigiD", "wachtwoord" and the like in a note when it is no name to sign in with: what the thing is, what it was for, what was
 * done with it, who did, and the small words of a sentence. Nobody can tell another word from a name, "jansen" from "bakker".
 */
const WORDS = `
  naam gebruikersnaam account app code codes activatiecode pincode brief sms wachtwoord mail aanvraag machtiging machtigen hoog midden
  substantieel basis helpdesk hulp uitleg vraag vragen probleem problemen check controle balie telefoon mobiel buitenland inlog
  aanvragen aangevraagd activeren geactiveerd inloggen ingelogd opnieuw herstellen hersteld herstel resetten gereset wijzigen gewijzigd
  veranderen veranderd koppelen gekoppeld instellen ingesteld installeren geinstalleerd geïnstalleerd maken gemaakt regelen geregeld
  gebruiken gebruikt opheffen opgeheven verwijderen verwijderd verlengen verlengd uitgelegd geholpen gelukt mislukt klaar opgezocht zoeken
  kwijt weg vergeten verlopen geblokkeerd onbekend fout werkt werkte werken doet deed lukt lukte kan kon moet moest wil wilde gaat ging
  stond staat komt kwam blijft bleef vraagt vroeg geeft gaf heeft had is was wordt werd weet wist niet geen wel nog nu weer al ook eerst
  daarna nieuw nieuwe oud oude eigen nodig via voor van bij met op in om en of per naar zonder door te die dat aan uit af toe over na
  letter request requested activate activated activation sign signed log logged login reset restore restored change changed set setup
  install installed use used make made create created cancelled lost forgotten forgot expired blocked unknown works worked working does
  did fails failed can could must has not no again new old own for from with on at to and or help question problem explained
  done gave name username password
  digid eherkenning eidas mijn mijnoverheid mijnuwv mijnduo overheid rijksoverheid gemeente belastingdienst belasting belastingen toeslag
  toeslagen uwv svb duo cak cbr ind rdw kvk ciz cjib aow ww wia anw uitkering bijstand pensioen zorg huur kinderopvang aangifte bezwaar
  subsidie formulier formulieren papieren document documenten paspoort rijbewijs id idkaart pas kaart bank verzekering verhuizing adres
  cursus les printer printen geprint scannen gescand kopie kopiëren gekopieerd afdruk bericht berichten berichtenbox website site pagina link
  computer laptop tablet scherm gmail outlook hotmail facebook whatsapp email wifi google apple android iphone ipad storing foutmelding
  mevrouw meneer man vrouw partner zoon dochter moeder vader ouders kind kinderen buurvrouw buurman vriend vriendin iemand klant bezoeker
  bezoekster collega medewerker zij ze hij we wij ik haar hem zijn hun zelf samen beiden allebei
  kreeg krijgt belde belt gebeld gemaild gestuurd opgestuurd verstuurd verzonden ingevuld ingediend gedaan gezien gevonden gevraagd
  gekregen ontvangen meegenomen meegegeven opgeschreven genoteerd bekeken besproken verwezen doorverwezen gestart begonnen gestopt afgemaakt
  afgerond aangemaakt aangemeld afgemeld afgesloten ingevoerd gegeven getoond gebleven gewerkt ververst geopend ontgrendeld bijgewerkt
  bellen mailen lezen schrijven invullen afspraak spreekuur terug later straks vandaag morgen gisteren maandag dinsdag woensdag donderdag
  vrijdag zaterdag zondag week weken maand maanden dag dagen uur minuten jaar keer twee drie vier eerste tweede volgende vorige
  dan toen dus maar want omdat als dit deze waar waarom hoe wie zodat terwijl tot sinds binnen buiten tijdens alleen alle alles
  beide ander andere goed slecht snel lang traag moeilijk makkelijk zeer heel erg vaak soms altijd nooit misschien hier daar
  engels engelse nederlands nederlandse arabisch arabische turks turkse pools poolse oekraïens oekraïense syrisch syrische marokkaans
  marokkaanse eritrees eritrese somalisch somalische oudere jonge jongere tolk taal
  opgelost afgehandeld opgepakt herhaald duidelijk prima oké ok akkoord bedankt tevreden blij onduidelijk overgezet gesloten
  printed scanned filled sent called mailed asked got came comes went goes needs needed wants wanted waits waiting back then so but
  because when where how who she he they her his their together today tomorrow yesterday next tax taxes benefit benefits
  allowance passport form forms letters mother father son daughter husband wife it my this that page
  opgevraagd opvragen aangepast aanpassen beheren beheer herinnerd herinneren onthoud noteren bewaren bewaard gedeeld manager sterkte
  smartphone gezichtsherkenning gezicht vinger duurde lastig verder ido gemachtigde doorverwijzing buren herstelcode sleutel
  vingerafdruk qr e gegevens woz bijslag inburgering sterk sterker ergens onthouden`;

/** Words put together, as Dutch does, that end in what they are: huurtoeslag, belastingaangifte. */
const PUT_TOGETHER =
  /(?:toeslag|toeslagen|aangifte|belasting|verzekering|verzekeraar|uitkering|bijslag|vergunning|vergoeding|overheid|kaart|formulier|formulieren|machtiging|aanvraag|nummer|kosten|code|codes|pas)$/;

/** What a password is for. Behind a sign that says so, each of these can be the name itself. */
const SERVICES: ReadonlySet<string> = new Set(
  `windows microsoft instagram icloud kpn ziggo marktplaats ov chipkaart bibliotheek bibliotheekpas bibliotheekwebsite spotify netflix youtube
  linkedin bol vodafone odido telegram signal teams zoom`.split(/\s+/),
);

/** As what somebody is signed in, and who is meant by "als" when it means if. */
const ROLES: ReadonlySet<string> = new Set(
  `gast beheerder beheer ondernemer werkgever werknemer particulier burger inwoner student leerling docent ouder ouders patiënt cliënt
  mantelzorger bewindvoerder curator vertegenwoordiger nabestaande huurder gebruiker lid eigenaar hulpverlener persoon
  bedrijf verkeerde zichzelf test je u jij men er guest admin administrator user parent patient client employee employer member carer
  you soon well`.split(/\s+/),
);

const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** May this word stand after "DigiD" in a note? A number of times may too, and a year. */
export function isOrdinaryAfterDigid(word: string): boolean {
  const small = word.toLowerCase();
  return /^(?:\d{1,2}x?|20[23]\d)$/.test(small) || ORDINARY.has(small) || PUT_TOGETHER.test(small);
}

/** Is it what people have a password for, such as a mail box or the library? */
export function isServiceName(word: string): boolean {
  return SERVICES.has(word.toLowerCase());
}

/** Does it say as what somebody is signed in, and not as whom? */
export function isRole(word: string): boolean {
  return ROLES.has(word.toLowerCase());
}
