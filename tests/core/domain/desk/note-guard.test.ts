import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn, isIban } from '../../../../core/domain/desk/check-digits.ts';
import { faultOfNote } from '../../../../core/domain/desk/note-guard.ts';
import { isOrdinaryAfterDigid } from '../../../../core/domain/desk/words-after-digid.ts';

/** Eight digits and the ninth that makes them pass the eleven-proof; undefined when none does. */
function bsnFrom(eight: string): string | undefined {
  const sum = [...eight].reduce((total, digit, place) => total + Number(digit) * (9 - place), 0);
  return sum % 11 === 10 || sum === 0 ? undefined : `${eight}${sum % 11}`;
}

/** An account of a bank, with the check of ISO 7064 worked out the other way round. */
function ibanFrom(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

const MONTH_NAMES = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli'],
  ...['augustus', 'september', 'oktober', 'november', 'december'],
];

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
/** Words as in a note: small letters, no digits. */
const words = fc
  .array(fc.stringMatching(/^[a-z]{2,10}$/), { maxLength: 5 })
  .map((all) => all.join(' '))
  .filter((text) => !/geb|digid|gebruikersnaam|inlog|login|username|wachtwoord|password/.test(text));
const between = (inner: fc.Arbitrary<string>) =>
  fc.tuple(words, inner, words).map(([before, found, after]) => `${before} ${found} ${after}`.trim());
const separated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.constantFrom('', ' ', '.', '-', ':', "'", '*', '|'), fc.integer({ min: 2, max: 4 }))
    .map(([all, sign, size]) => all.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${sign}`));

describe('a note', () => {
  it('may say what was done', () => {
    fc.assert(fc.property(words, (note) => void expect(faultOfNote(note)).toBeUndefined()));
    for (const note of [
      'formulier A4 geprint, 2 keer',
      'kwam met 3 brieven van de gemeente',
      'digid-app stond nog op de oude telefoon',
      'afspraak op vrijdag om 14:30',
      'wilde iets weten over 2026',
      "foto's van '98 gescand",
      'kamer 12 was bezet',
      'open van 9 - 12 en van 13 - 17 uur',
      'open 09:00-17:00',
      'ma 9:00-12:30 en 13:00-17:00, di 10:00-12:00',
      'komt om 14:30 terug, of om 16:00 uur bij de andere balie',
      'brief uit 1998, 12 keer gebeld',
      'brief uit 1998, 3 marktplaatsadvertenties',
      'dossier 20261345 ligt er nog',
      '2 brieven 2026, 3 formulieren',
      'brief van € 1.250,50, bezwaar tegen € 120,75',
      '12,50, 113,75 en 8,00 betaald',
      'brieven van 3, 10 en 17 november, antwoord voor 24 november',
      'open 10:15-12:00, 10:12-12:10 en 11:12-12:12',
      'brieven uit 1998, 2003 en 2010',
      'brief uit 1998, 12 sieraden op de foto',
      'betaalde 8,10, 2000,00 en 12,11',
      'om 10:11, 2025 was de laatste keer',
      'DigiD werkt niet',
      'DigiD 2 keer geprobeerd, 3x fout',
      'DigiD app. Daarna de brief',
      'digid-wachtwoord vergeten, gebruikersnaam onbekend',
      'username forgotten, DigiD letter requested',
    ])
      expect(faultOfNote(note), note).toBeUndefined();
  });

  it('holds no BSN, however it is written', () => {
    const bsn = digits(8)
      .map(bsnFrom)
      .filter((found) => found !== undefined);
    fc.assert(
      fc.property(
        between(separated(bsn)),
        // Refused is what counts: with the words beside it, one in some thousands is a good account of a bank too.
        (note) => void expect(['bsn', 'birth-date', 'phone', 'iban']).toContain(faultOfNote(note)),
      ),
    );
    expect(faultOfNote('nummer 111222333')).toBe('bsn');
    expect(faultOfNote('nummer 111 222 333, klopt')).toBe('bsn');
    for (const note of [
      '111 - 222 - 333',
      '111_222_333',
      '111\u200b222\u00ad333',
      '١١١ ٢٢٢ ٣٣٣',
      '१११२२२३३३',
      '111:222:333',
      "111'222'333",
      '111’222’333',
      '111*222*333',
      '111|222|333',
      '111 : 222 : 333',
      '11:12:22:33:3',
    ])
      expect(faultOfNote(note), note).toBe('bsn');
    // As it is dictated, and in a list.
    const signs = fc.constantFrom(',', ', ', '; ', ' , ');
    fc.assert(
      fc.property(bsn, signs, fc.integer({ min: 1, max: 4 }), words, (all, sign, size, before) => {
        const groups = all.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
        expect(['bsn', 'iban', 'birth-date', 'phone']).toContain(
          faultOfNote(`${before} ${groups.join(sign)}`),
        );
      }),
    );
    for (const note of ['111, 222, 333', '111,222,333, 2 keer', '3 brieven, 111.222, 333'])
      expect(faultOfNote(note), note).toBe('bsn');
    // Without the zero that it begins with.
    expect(faultOfNote('nummer 10000008')).toBe(isBsn('010000008') ? 'bsn' : undefined);
  });

  it('holds no account of a bank', () => {
    const iban = digits(10).map((account) => ibanFrom('NL', `ABNA${account}`));
    fc.assert(fc.property(between(separated(iban)), (note) => void expect(faultOfNote(note)).toBe('iban')));
    expect(faultOfNote('op NL91 ABNA 0417 1643 00 graag')).toBe('iban');
    expect(faultOfNote('op de89370400440532013000')).toBe('iban');
    expect(faultOfNote('op NL91:ABNA:0417:1643:00')).toBe('iban');
  });

  it('holds no e-mail address', () => {
    const part = fc.stringMatching(/^[a-z0-9._-]{1,10}$/);
    const address = fc
      .tuple(part, fc.stringMatching(/^[a-z]{1,10}$/), fc.constantFrom('nl', 'com', 'org'))
      .map(([name, host, end]) => `${name}@${host}.${end}`);
    fc.assert(fc.property(between(address), (note) => void expect(faultOfNote(note)).toBe('email')));
    expect(faultOfNote('naam @ voorbeeld . nl')).toBe('email');
  });

  it('holds no phone number', () => {
    const number = digits(8).map((rest) => `06${rest}`);
    fc.assert(
      fc.property(
        between(separated(number)),
        (note) => void expect(['phone', 'bsn', 'birth-date', 'iban']).toContain(faultOfNote(note)),
      ),
    );
    for (const note of ['bel 020-1234567', 'bel +31 6 12345678', 'bel (010) 123 45 67', 'bel 0031612345678'])
      expect(['phone', 'bsn'], note).toContain(faultOfNote(note));
    for (const note of ['06 - 12345678', '020 – 555 1234', '06‒12345678', '٠٦١٢٣٤٥٦٧٨', 'tel 612345678'])
      expect(faultOfNote(note), note).toBe('phone');
    // With the number of the country, and no sign that says so.
    for (const note of [
      '31 6 67406673',
      '31667406673',
      '31-20-5551234',
      '31 (0)6 67406673',
      '06:67406673',
      '06*674*06673',
    ])
      expect(['phone', 'bsn'], note).toContain(faultOfNote(note));
    fc.assert(
      fc.property(
        between(separated(digits(8).map((rest) => `316${rest}`))),
        (note) => void expect(['phone', 'bsn', 'birth-date', 'iban']).toContain(faultOfNote(note)),
      ),
    );
  });

  it('holds no date of birth', () => {
    const date = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    const written = fc.tuple(date, fc.constantFrom('-', '/', '.', ' ', ':')).chain(([day, sign]) => {
      const [year = '', month = '', of = ''] = day.toISOString().slice(0, 10).split('-');
      return fc.constantFrom(
        [of, month, year].join(sign),
        [String(Number(of)), String(Number(month)), year].join(sign),
        [year, month, of].join(sign),
        [of, month, year.slice(2)].join(sign),
        `${of}${month}${year}`,
        `${year}${month}${of}`,
        `${year}, ${Number(of)} ${MONTH_NAMES[Number(month) - 1]}`,
      );
    });
    fc.assert(
      fc.property(
        between(written),
        (note) => void expect(['birth-date', 'iban']).toContain(faultOfNote(note)),
      ),
    );
    for (const note of [
      '3 maart 1961',
      "12-03-'70",
      '12 mrt ’70',
      '12\t03\t1970',
      '3 mrt. 61',
      'geboren in 1961',
      'geb. 1961',
      '3rd of may, 3 may 1961',
      'March 12, 1980',
      'mar 12th 80',
      '12 März 1980',
      '12 sierpnia 1980',
      '12 de agosto de 1980',
      '١٢-٠٣-١٩٨٠',
      '19840515',
      '1948, 12 maart',
      '1948 12 mrt',
      '1948, maart 12',
      '12:03:1970',
      '12*3*1970',
      '12, 03, 1970',
      '1970:03:12',
      'kamer 40 12-03-1970',
      '1948, 12 sierpnia',
      '1948, 12 серпня',
      '1948, 12 Ağustos',
      '1948 agosto 12',
      '1948, 12 de agosto',
    ])
      expect(faultOfNote(note), note).toBe('birth-date');
  });

  it.each([
    ['digid', ['DigiD gebruikersnaam janvries', 'DigiD username janvries', 'digid inlognaam: jan']],
    [
      'phone',
      [
        ...[
          'tel 360 12 34',
          'tel. 3601234',
          'telefoon: 360-1234',
          'bel terug op 3601234',
          'mag bellen op nummer 360123',
        ],
        ...['call back at 360 1234', 'phone 36012345', 'nummer 360123'],
      ],
    ],
    ['email', ['jan@gmail', 'jan@gmail,com', 'mail naar jan@gmail graag']],
    [
      'birth-date',
      [
        ...['geboren op 120348', 'geb 480312', 'geb. 120348', 'born 120348', 'born on 480312', 'dob 120348'],
        ...['date of birth 120348', 'geboortedatum: 120348'],
      ],
    ],
  ])('holds none of these either, as they are jotted down: %s', (fault, notes) => {
    for (const note of notes) expect(faultOfNote(note), note).toBe(fault);
  });

  it.each([
    [
      'digid',
      [
        ...['DigiD (jjansen)', 'DigiD, jjansen', 'DigiD/jjansen', 'DigiD → jjansen', 'DigiD -> jjansen'],
        ...['DigiD; jjansen', 'DigiD „jjansen”', 'DigiD «jjansen»', 'DigiD [jjansen]', 'DigiD_jjansen'],
        ...['digidnaam jjansen', 'DigiD met naam jjansen', 'mijnDigiD jjansen', 'accountnaam jjansen'],
        ...[
          'login jjansen',
          'loginnaam jjansen',
          'inlog jjansen',
          'inloggen met jjansen',
          'ingelogd met jjansen',
        ],
        ...['DigiD is jjansen', 'DigiD de Vries', 'login: jjansen', 'gebruikersnaam = jjansen'],
        ...['account: jjansen', 'account = jjansen', 'user: jjansen'],
        ...['wachtwoord Geheim', 'wachtwoord geheim!', 'wachtwoord (geheim)', 'password Sunflower'],
      ],
    ],
    [
      'email',
      [
        ...['jan(at)gmail.com', 'jan [at] gmail.com', 'jan at gmail.com', 'jan at gmail punt com'],
        ...['jan apenstaartje voorbeeld.nl', 'jan apenstaart gmail punt com', 'jan AT hotmail.nl'],
      ],
    ],
  ])('holds none of these, whatever sign stands for the word that was left out: %s', (fault, notes) => {
    for (const note of notes) expect(faultOfNote(note), note).toBe(fault);
  });

  it('may say what was done with a DigiD, an account or a password', () => {
    for (const note of [
      ...[
        'DigiD aangevraagd',
        'DigiD, aangevraagd',
        'DigiD (aanvraag)',
        'DigiD/MijnOverheid',
        'DigiD → brief',
      ],
      ...['DigiD, daarna toeslag', 'DigiD, huurtoeslag en zorgtoeslag', 'DigiD; belastingaangifte 2025'],
      ...[
        'DigiD (app) opnieuw ingesteld',
        'DigiD (2x)',
        'DigiD, 3 keer geprobeerd',
        'DigiD, mevrouw komt morgen terug',
      ],
      ...[
        'DigiD + UWV',
        'DigiD, afspraak gemaakt',
        'DigiD, formulier geprint',
        'DigiD (sms-code)',
        'DigiD, paspoort verlopen',
      ],
      ...[
        'DigiD/toeslagen',
        'DigiD, doorverwezen naar de gemeente',
        'DigiD, samen gedaan',
        'DigiD > Mijn UWV',
      ],
      ...[
        'inloggen met DigiD',
        'inloggen met de app',
        'inloggen met sms lukte niet',
        'ingelogd met DigiD en gelukt',
      ],
      ...[
        'DigiD: aangevraagd',
        'DigiD (herstelcode)',
        'DigiD, kinderbijslag',
        'wachtwoord is vergeten',
        'DigiD, de dochter helpt',
      ],
      ...['login werkt niet', 'login bij DUO gelukt', 'inlog vergeten'],
      ...[
        'wachtwoord vergeten',
        'wachtwoord opnieuw ingesteld',
        'wachtwoord van DigiD kwijt',
        'wachtwoord, gebruikersnaam',
      ],
      ...['wachtwoord DigiD vergeten', 'wachtwoord gewijzigd', 'wachtwoord en code opgeschreven'],
      ...['account aangemaakt', 'account bij DUO', 'account: aangemaakt', 'account geblokkeerd, brief komt'],
      ...[
        'filled in at duo.nl',
        'looked at rijksoverheid.nl together',
        'DigiD is geblokkeerd',
        'at the desk. then home',
        'he came at ten.',
      ],
      ...[
        'apenstaartje op het toetsenbord gezocht',
        'logged in with DigiD',
        'password forgotten',
        'DigiD, then printed',
      ],
    ])
      expect(faultOfNote(note), note).toBeUndefined();
  });

  it('may have numbers that are of no person', () => {
    for (const note of [
      ...['dossier 480312', 'zaaknummer 120348 ligt klaar', 'bon 3601234', 'telefoon kapot, dossier 480312'],
      ...[
        'belt morgen om 14.30 of 16.30',
        'heeft 3 keer gebeld, 2 brieven',
        'nummer 12 was aan de beurt',
        'bel 112',
      ],
    ])
      expect(faultOfNote(note), note).toBeUndefined();
  });

  it('holds no name to sign in with, and nothing that goes with it', () => {
    for (const note of [
      'digid: jansen',
      'zijn gebruikersnaam is jansen',
      'wachtwoord Welkom1',
      'inlognaam = bibliotheek',
      'gebruikt jansen1961 overal',
      'jdevries_80 werkt niet',
      'DigiD jansen',
      'digid jansen, app opnieuw gezet',
      'DigiD-naam Jansen',
      'DigiD naam: jansen',
      'DigiD "bakker"',
      'DigiD j.jansen werkt niet',
      'inlognaam bakker',
    ])
      expect(faultOfNote(note), note).toBe('digid');
    const name = fc.stringMatching(/^[a-z]{6,14}$/).filter((word) => !isOrdinaryAfterDigid(word));
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('DigiD', 'digid', 'DIGID', 'inlognaam'),
        name,
        words,
        (before, of, own, after) =>
          void expect(['digid', 'iban']).toContain(faultOfNote(`${before} ${of} ${own} ${after}`)),
      ),
    );
  });

  it('may name opening hours', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'), fc.boolean())
      .map(([hour, minutes, padded]) => `${padded ? String(hour).padStart(2, '0') : hour}:${minutes}`);
    const span = fc.tuple(time, fc.constantFrom('-', ' - ', ' tot ', '–'), time).map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(', ', ' en ', ' / ', '; '),
        (all, sign) => void expect(faultOfNote(`open ${all.join(sign)} uur`)).toBeUndefined(),
      ),
    );
  });

  it('may name amounts, one or many', () => {
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 99 }), fc.boolean())
      .map(([euros, cents, dotted]) => {
        const whole = dotted ? String(euros).replace(/(\d)(\d{3})$/, '$1.$2') : String(euros);
        return `${whole},${String(cents).padStart(2, '0')}`;
      });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(', ', '; ', ' en '),
        (all, sign) => void expect(faultOfNote(`betaalde ${all.join(sign)} euro`)).toBeUndefined(),
      ),
    );
  });
});

describe('check digits', () => {
  it('change with every digit', () => {
    const bsn = digits(8)
      .map(bsnFrom)
      .filter((found) => found !== undefined);
    fc.assert(
      fc.property(bsn, fc.nat(8), fc.integer({ min: 1, max: 9 }), (good, place, by) => {
        expect(isBsn(good)).toBe(true);
        const wrong = [...good]
          .map((digit, at) => (at === place ? (Number(digit) + by) % 10 : digit))
          .join('');
        expect(isBsn(wrong)).toBe(false);
      }),
    );
    expect(isBsn('000000000')).toBe(false);
    fc.assert(
      fc.property(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (account, place, by) => {
        const good = ibanFrom('NL', `ABNA${account}`);
        expect(isIban(good)).toBe(true);
        const wrong = [...good]
          .map((sign, at) => (at === place + 8 ? (Number(sign) + by) % 10 : sign))
          .join('');
        expect(isIban(wrong)).toBe(false);
      }),
    );
    expect(isIban('NL91ABNA04171643')).toBe(false);
    expect(isIban('XX91ABNA0417164300')).toBe(false);
  });
});

describe('what is ordinary in a note', () => {
  it.each([
    ...[
      'wachtwoord opgevraagd',
      'wachtwoord aangepast',
      'wachtwoord Windows',
      'wachtwoord Ziggo mail',
      'password manager',
    ],
    ...[
      'wachtwoord bibliotheek account hersteld',
      'login bibliotheek',
      'inloggen met smartphone',
      'password too short',
    ],
    ...[
      'DigiD, duurde lang',
      'DigiD; doorverwijzing naar IDO',
      'DigiD, Oekraïense vrouw',
      'DigiD/gemachtigde',
    ],
    ...[
      'uitleg apenstaartje toetsenbord. Gelukt',
      'het apenstaartje vinden. Daarna mail',
      'kreeg (at) uitgelegd',
    ],
    ...['printen at home. en dan', 'wachtwoord voor het spel van haar kleinzoon'],
  ])('may stand there: %s', (note) => {
    expect(faultOfNote(note)).toBeUndefined();
  });

  it.each([
    ...[
      'wachtwoord Geheim',
      'login jjansen',
      'inloggen met jjansen.',
      'DigiD, jjansen',
      'DigiD; jjansen',
      'wachtwoord: Geheim woord',
    ],
    ...['DigiD jjansen is geblokkeerd', 'login jjansen, daarna gelukt'],
  ])('a name or a password may not: %s', (note) => {
    expect(faultOfNote(note)).toBe('digid');
  });

  it.each(['jan(at)gmail.com', 'jan [at] bieb.nl', 'jan apenstaartje bieb.nl', 'jan at gmail punt com'])(
    'nor an address for mail: %s',
    (note) => {
      expect(faultOfNote(note)).toBe('email');
    },
  );
});
