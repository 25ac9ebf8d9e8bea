import { type InLanguages, type Language, pick } from '../core/domain/words.ts';

/** The words that a sheet to check facts on adds to those of its author. */
export type FactWords = {
  readonly about: string;
  readonly version: string;
  readonly printed: string;
  readonly reviewBy: string;
  readonly by: string;
  readonly day: string;
  readonly right: string;
  readonly wrong: string;
  readonly remark: string;
  readonly questions: string;
  readonly outcomes: string;
  readonly explain: string;
  readonly why: string;
  readonly answers: string;
  readonly ways: string;
  readonly steps: string;
  readonly bring: string;
  readonly contacts: string;
  readonly related: string;
  /** What one does with what an outcome leads on to: a flow and an article may have one title. */
  readonly opens: Readonly<Record<'flow' | 'article', string>>;
  readonly places: string;
  /** Comes before the category of places, which has no name that visitors read. */
  readonly category: string;
  /** The badges of the screens. */
  readonly free: string;
  readonly here: string;
  readonly outdated: string;
  /** Comes before what the screen leaves out of somebody who was not looked at in time. */
  readonly hidden: string;
  readonly values: string;
  readonly from: string;
  readonly until: string;
  readonly source: string;
  readonly sources: string;
  readonly checked: string;
  readonly noValue: string;
  readonly first: string;
};

const WORDS: InLanguages<FactWords> = {
  nl: {
    about: 'Alle schermen, om na te kijken',
    version: 'versie',
    printed: 'Geprint op',
    reviewBy: 'Uiterlijk nakijken op',
    by: 'Nagekeken door',
    day: 'Datum',
    right: 'Klopt',
    wrong: 'Klopt niet',
    remark: 'Opmerking',
    questions: 'Vragen',
    outcomes: 'Uitkomsten',
    explain: 'Uitleg',
    why: 'Waarom wij dit vragen',
    answers: 'Antwoorden',
    ways: 'Waar het heen gaat',
    steps: 'Dit kunt u doen',
    bring: 'Neem mee',
    contacts: 'Contact',
    related: 'Dit helpt misschien ook',
    opens: { flow: 'Vragen beantwoorden', article: 'Lezen' },
    places: 'Hulp in de buurt',
    category: 'Plekken uit de sociale kaart, soort',
    free: 'Gratis bellen',
    here: 'Hier in de bibliotheek',
    outdated: 'Wij kijken dit na',
    hidden: 'Niet op het scherm, tot dit is nagekeken',
    values: 'Bedragen en termijnen',
    from: 'van',
    until: 'tot en met',
    source: 'Bron',
    sources: 'Bronnen',
    checked: 'nagekeken op',
    noValue: 'geen waarde op deze dag',
    first: 'Hier begint het',
  },
  en: {
    about: 'All screens, to check the facts',
    version: 'version',
    printed: 'Printed on',
    reviewBy: 'To be checked by',
    by: 'Checked by',
    day: 'Date',
    right: 'Right',
    wrong: 'Wrong',
    remark: 'Remark',
    questions: 'Questions',
    outcomes: 'Outcomes',
    explain: 'Explanation',
    why: 'Why we ask this',
    answers: 'Answers',
    ways: 'Where it leads',
    steps: 'What you can do',
    bring: 'Bring',
    contacts: 'Contact',
    related: 'This may help too',
    opens: { flow: 'Answer questions', article: 'Read' },
    places: 'Help near you',
    category: 'Places in the directory, category',
    free: 'Free call',
    here: 'Here in the library',
    outdated: 'Being checked',
    hidden: 'Not on the screen until this is checked',
    values: 'Amounts and terms',
    from: 'from',
    until: 'to',
    source: 'Source',
    sources: 'Sources',
    checked: 'checked on',
    noValue: 'no value on this day',
    first: 'It begins here',
  },
  ar: {
    about: 'كل الشاشات، للتحقق من المعلومات',
    version: 'الإصدار',
    printed: 'طُبع في',
    reviewBy: 'يجب التحقق منه قبل',
    by: 'تحقق منه',
    day: 'التاريخ',
    right: 'صحيح',
    wrong: 'غير صحيح',
    remark: 'ملاحظة',
    questions: 'الأسئلة',
    outcomes: 'النتائج',
    explain: 'شرح',
    why: 'لماذا نسأل هذا',
    answers: 'الإجابات',
    ways: 'إلى أين يؤدي',
    steps: 'ما يمكنك فعله',
    bring: 'أحضر معك',
    contacts: 'جهة الاتصال',
    related: 'قد يساعدك هذا أيضًا',
    opens: { flow: 'أجب عن الأسئلة', article: 'اقرأ' },
    places: 'مساعدة قريبة منك',
    category: 'أماكن من دليل الخدمات، الفئة',
    free: 'اتصال مجاني',
    here: 'هنا في المكتبة',
    outdated: 'قيد المراجعة',
    hidden: 'لا يظهر على الشاشة حتى يتم التحقق منه',
    values: 'المبالغ والمدد',
    from: 'من',
    until: 'إلى',
    source: 'المصدر',
    sources: 'المصادر',
    checked: 'تم التحقق في',
    noValue: 'لا توجد قيمة في هذا اليوم',
    first: 'يبدأ هنا',
  },
};

/** The words of a sheet in a language; those of the home language when this one has none. */
export function factWords(language: Language): FactWords {
  return (pick(WORDS, language) as { value: FactWords }).value;
}
