import { isOrdinaryAfterDigid, isRole, isServiceName } from './words-after-digid.ts';

/** What goes with a name to sign in with, after a sign that says so, or with a digit in it. */
const SIGN_IN =
  /\b(?:wachtwoord|password)\b\s*[:=]\s*\S|\b(?:gebruikersnaam|inlognaam|username|wachtwoord|password)\s+\S*\d/i;
/** What asks for a name to sign in with, and for nothing else. */
const ASKS_NAME = ['(?:gebruikers|inlog|login|account)naam', 'gebr\\.?\\s?naam', 'username'];
/** What asks for one, or for what goes with it. An account is that only with a sign that says so. */
const ASKS = [
  '(?:mijn)?digid(?:[\\s-]*(?:met\\s+)?(?:naam|name|account))?',
  ...ASKS_NAME,
  ...['login', 'inlog', 'wachtwoord', 'password'],
  ...[
    'inlog(?:gen|de|t)\\s+(?:met|als)',
    'ingelogd\\s+(?:met|als)',
    'logt?\\s+in\\s+(?:met|als)',
    'log(?:ged|s)?\\s?in\\s+(?:with|as)',
    '(?:account|user|gebruiker)(?=\\s?[:=])',
  ],
].join('|');
/** What asks, what stands behind it (a space, a small word, a sign: brackets, a comma, an arrow), and the next word, which can ask for one too. */
const AFTER_DIGID = new RegExp(
  `(?<![\\p{L}\\d])(?=(${ASKS})([\\s\\-/,;:=>→⇒([{<"'“”‘’„‚«‹*|+_]+(?:(?:is|de|het|een|the|an?)\\s+)*)([\\p{L}\\d][\\p{L}\\d._@]*))`,
  'giu',
);
const TITLE = '(?:mevrouw|mevr\\.?|mw\\.?|meneer|mijnheer|heer|dhr\\.?|mrs?\\.?|ms\\.?)';
/** What asks, a full stop, and one word that a name could be; not the address of a page. */
const AFTER_STOP = new RegExp(
  `(?<![\\p{L}\\d])(?:${ASKS})\\.\\s?(?!(?:nl|com|org|eu)(?![\\p{L}\\d]))(\\p{L}[\\p{L}\\d._@]*)`,
  'giu',
);
/** What asks for a name, and whose it is with a title before it. */
const AFTER_TITLE = new RegExp(
  `(?<![\\p{L}\\d])(?:${ASKS_NAME.join('|')}|digid[\\s-]?naam)[\\s:=]+(?:(?:is|van|voor|of)\\s+)?(?:de\\s+)?${TITLE}\\s+(?:(?:is|de|van|der|den|ter|ten|el|al)\\s+)*(\\p{L}[\\p{L}\\d._@-]*)`,
  'giu',
);
/** Letters and digits in one word of six or more: what people choose as a name to sign in with. */
const MIXED_WORD = /(?<![\p{L}\d])(?=[\p{L}\d_]*\d)(?=[\p{L}\d_]*\p{L}{2})[\p{L}\d_]{6,}(?![\p{L}\d])/u;

/** Is there a name to sign in with in a note, or what goes with it? The note comes in plain signs (`inPlainSigns`). */
export function hasSignIn(text: string): boolean {
  if (SIGN_IN.test(text) || MIXED_WORD.test(text)) return true;
  return namesAfterDigid(text) || namesAfterStop(text) || namesAfterTitle(text);
}

function namesAfterDigid(text: string): boolean {
  return [...text.matchAll(AFTER_DIGID)].some(({ index, 1: asks = '', 2: between = '', 3: found = '' }) => {
    const word = withoutEnd(found);
    if (isOrdinaryAfterDigid(word) || (/\s(?:als|as)$/i.test(asks) && isRole(word))) return false;
    if (isServiceName(word) && maySayWhatFor(asks, between)) return false;
    const rest = text.slice(index + asks.length + between.length + word.length);
    return (!isPassword(asks, between) && !mayBeIf(asks)) || ENDS.test(rest);
  });
}

/** A full stop ends the sentence; what alone stands behind it, and does not begin another, is what was jotted down. */
function namesAfterStop(text: string): boolean {
  return [...text.matchAll(AFTER_STOP)].some(({ index, 0: all, 1: found = '' }) => {
    const word = withoutEnd(found);
    const isOfSentence = /^\p{Lu}/u.test(word) || isOrdinaryAfterDigid(word) || isServiceName(word);
    return !isOfSentence && ENDS.test(text.slice(index + all.length - found.length + word.length));
  });
}

/** Behind a title a sentence may go on: "gebruikersnaam mevrouw stond op papier". A name that was jotted down ends there. */
function namesAfterTitle(text: string): boolean {
  return [...text.matchAll(AFTER_TITLE)].some(({ index, 0: all, 1: found = '' }) => {
    const word = withoutEnd(found);
    return (
      !isOrdinaryAfterDigid(word) && ENDS.test(text.slice(index + all.length - found.length + word.length))
    );
  });
}

function withoutEnd(word: string): string {
  return word.replace(/[._@]+$/, '');
}

/** The end of what is said: a name that was jotted down has nothing behind it. */
const ENDS = /^\s*(?:$|[.,;:!?)\]])/;

/** May the name of a service stand there as what somebody signs in to: behind a comma, or a word such as "login" with no sign after it? */
function maySayWhatFor(asks: string, between: string): boolean {
  return (
    /^\s*[,;]/.test(between) || (between.trim() === '' && !/^(?:mijn)?digid|naam$|^username$/i.test(asks))
  );
}

/** "logt in als het druk is", "log in as soon as…": only "ingelogd als" says as whom. */
function mayBeIf(asks: string): boolean {
  return /^(?!ingelogd|logged).*\s(?:als|as)$/i.test(asks);
}

/** Behind "wachtwoord" alone, with no sign that says so, a sentence may go on. Behind what asks for a name it is the name. */
function isPassword(asks: string, between: string): boolean {
  return between.trim() === '' && /^(?:wachtwoord|password)$/i.test(asks);
}
