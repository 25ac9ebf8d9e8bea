/**
 * Abbreviations that are followed by the rest of their sentence, without their last point.
 * One that can also close a sentence ("enz.", "e.d.", "a.u.b.") is not here: the letter after it decides.
 */
export const ABBREVIATIONS: ReadonlySet<string> = words(`
  a.s afz b.v bijv blz bv ca cf d.m.v d.w.z dhr dr dra drs ds dwz evt excl fam gebr i.c.m i.h.b i.o.m i.p.v
  i.s.m i.v.m incl ing ir jhr m.b.t m.b.v m.i.v m.n m.u.v mej mevr mr mw n.a.v o.a o.b.v o.l.v o.v.v p/a prof
  resp st t.a.v t.b.v t.g.v t.n.v t.o.v vgl vs w.o zgn`);

/** Abbreviations that belong to the number after them ("art. 5"); before a word they close a sentence. */
export const ABBREVIATIONS_BEFORE_A_NUMBER: ReadonlySet<string> = words(`
  apr art aug bijl dec feb fig hfdst jan jul jun lid max min mrt no nov nr nrs okt p pag par sept tel`);

/**
 * Words of four syllables or more that nearly everybody knows. The names of schemes and organisations that a
 * library's visitor comes for are among them: they stand on the letters, so they stay.
 */
export const KNOWN_LONG_WORDS: ReadonlySet<string> = words(`
  aangekomen aangenomen aangesloten aanmeldformulier aanvullende achternamen adreswijziging
  afgelopen afgeschreven afgesloten afgesproken alarmnummer algemene alleenstaande alleenstaanden ambulance
  ambulances apotheken apotheker apparaten arbeidscontract arbeidsongeschikt arbeidsongeschikte automatisch
  automatische avondeten bankgegevens bankrekening bankrekeningen bankrekeningnummer beantwoorden begeleiden
  begeleider begeleiding belangrijke belangrijker belangrijkste belastingaangifte belastingdienst
  belastingen belastingtelefoon benedenverdieping berichtenbox beroepsopleiding betaalbewijs
  betalingsregeling betalingsregelingen bezwaarschriften bibliotheek bibliotheekpas bibliotheken
  bijstandsuitkering bijzondere bovenverdieping buitenlandse burgerservicenummer cliëntondersteuner
  cliëntondersteuners cliëntondersteuning collegegeld computercursus computercursussen contactgegevens
  controleren digisterker digivitaler duidelijke duidelijker e-mailadressen eenvoudige eenvoudiger eigenaren
  eigenlijke elektriciteit elektrische elektronisch energiebedrijf energiekosten energieleverancier
  energierekening energierekeningen energietoeslag ervaringen examendatum familieleden familielid februari
  formulieren fraudehelpdesk fysiotherapeut fysiotherapie geboortedag geboortedatum geboorteplaats
  gebruikelijk gebruikersnaam gebruiksaanwijzing geldigheidsdatum gemakkelijk
  gemakkelijke gemeentehuis gemeentelijke geneesmiddel geneesmiddelen geschiedenis gevaarlijke gezamenlijk
  gezamenlijke gezelligheid gezondheidszorg goedemorgen handtekening handtekeningen herinneren herinnering
  huisartsenpost huisgenoten huishoudelijke huurovereenkomst huurverhoging identiteit identiteitsbewijs
  identiteitskaart inburgeren inburgering inburgeringscursus inburgeringsexamen informatie ingeschreven
  ingewikkeld ingewikkelde inkomensgegevens inloggegevens inschrijvingen internetadres
  internetbankieren jeugdgezondheidszorg jongerenwerker jongerenwerkers juridische kennismaken kinderbijslag
  kinderdagverblijf kinderopvang kinderopvangtoeslag koffiedrinken koffieochtend koffieochtenden
  laaggeletterd leeftijdsgrenzen levensverzekering loonbelasting maandelijkse maatregelen maatschappelijk
  maatschappelijke makkelijker makkelijkste mantelzorger mantelzorgers mantelzorglijn medewerker medewerkers
  medewerkster medicijnen meegenomen meerderjarige mijnoverheid ministerie mishandeling mogelijkheden
  mogelijkheid nederlander nederlanders nederlandse nederlandstalig nederlandstalige officieel
  officiële omgangsregeling onafhankelijk onafhankelijke ondersteunen ondersteuning ondertekenen
  onderwijsroute onderzoeken onduidelijk onduidelijke ongelukken ontmoetingen ontmoetingsplek
  ontvangstbewijs onveilige openbare opengemaakt openingstijd openingstijden operatie opgeroepen
  opgeschreven opleidingen oppervlakte organisatie organisaties organiseren ouderenzorg overgemaakt
  overheidswebsite overleden overleggen overlijden overnachten overnemen participatiewet
  pensioenfonds persoonlijke persoonsgegevens politieagent politiebureau politiebureaus
  praktijkondersteuner psychologen regelmatig regelmatige reisdocument rekeningen
  rekeningnummer rekeningnummers rekenmachine rijksoverheid samenvatting samenwerken samenwerking samenwonen
  schuldhulpverlener schuldhulpverlening secretaresse servicekosten situatie situaties sociale sollicitatie
  sollicitatiebrief sollicitatiegesprek solliciteren spaarrekening specialist specialisten stagebegeleider
  studiefinanciering supermarkten taalcursussen taalvrijwilliger taalvrijwilligers tandartsverzekering
  tegenwoordig telefoneren telefonisch telefonische telefoonnummer telefoonnummers telefoontje telefoontjes
  televisie terugbetalen terugbetaling thuiswonende toeslagpartner toestemmingen uitgenodigd uitgeschreven
  uitkeringen uitnodiging uitnodigingen universiteit universiteiten vakantiegeld veranderen verandering
  veranderingen verantwoordelijk verblijfsvergunning verblijfsvergunningen verdiepingen vergaderen
  vergadering vergoedingen verjaardagen verpleegkundige verpleegkundigen verrassingen verschillende
  verwijsbrieven verzekeraar verzekeraars verzekering verzekeringen verzorgingshuis vluchtelingen
  voedselbanken volwassene volwassenen vriendelijke vrijwilliger vrijwilligers vrijwilligerswerk
  waarschijnlijke wasmachines weggegeven wekelijkse werkloosheidsuitkering werkzoekende werkzoekenden
  wijkverpleegkundige winkelcentrum woningbouwvereniging woningcorporatie woningcorporaties wooncorporatie
  zelfstandige zelfstandigen ziekenhuizen ziektekosten ziektekostenverzekering ziekteverzekering
  zorgaanbieder zorgaanbieders zorgmedewerker zorgverzekeraar zorgverzekeraars zorgverzekering
  zorgverzekeringen zorgverzekeringswet zwangerschapsverlof`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
