import type { Language } from '../words.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Words that hold a sentence together and say nothing of what it is about. They count only where nothing else is
 * asked, and in synonyms ("geen werk"). In other languages how often a word is written tells the same.
 */
const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: words(`
    aan al alle alleen als altijd andere anders ben bent bij bijvoorbeeld ca dan dat de deze die dit doe doen door
    dus een eens en er ergens even gaan gaat ga geen gewoon graag haar had heb hebben hebt heeft heel hem hen het hier
    hij hoe hun iemand iets ik in is ja je jij jou jouw jullie kan kom komt kun kunnen kunt lukt maar mag me mee meer
    meest met mij mijn moet moeten na naar nee niet niets nog nou nu of om omdat onder ons onze ook op over snap te
    tegen tot tussen u uit uw van vanaf veel voor vooral waar wanneer want waren was wat we weer weet wel welk welke
    werd wie wij wil wilt willen worden wordt zal ze zelf zich zij zijn zo zonder zou zoals zeer steeds allemaal erg
    daar daarna daarom toch toen uwe tijdens per via eerst samen krijg krijgen krijgt gekregen teveel echt`),
  en: words(`
    a about all also am an and any anymore are as at be because been but by can cannot cant could did do does doesnt
    dont for from get gets got had has have having he her here hers him his how i if im in into is isnt it its ive
    just let like may me more most my need no not now of off on one or our out over please she should so some
    somebody someone something than that the their them then there these they this those to too up us very
    want wants was we were what when where which who why will with would you your yours`),
};

/** Does a word say nothing of what a text in this language is about? */
export function isStopWord(word: string, language: Language): boolean {
  return Object.hasOwn(STOP_WORDS, language) && STOP_WORDS[language]?.has(word) === true;
}
