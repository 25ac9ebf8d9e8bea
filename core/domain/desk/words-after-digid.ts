/**
 * What stands after "DigiD" in a note when it is no name to sign in with: what the thing is, what was done with it, and the small words of a
 * sentence. Nobody can tell another word from a name, "jansen" from "bakker".
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
  did fails failed can could must had has not no again new old own for from with on at to and or via help question problem explained
  done gave name username password`;

const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** May this word stand after "DigiD" in a note? A number of times may too. */
export function isOrdinaryAfterDigid(word: string): boolean {
  return /^\d{1,2}x?$/.test(word) || ORDINARY.has(word.toLowerCase());
}
