/** Words before (or after) a name that are no part of it. */

/** Titles and ranks, folded; a name in a list may hold several (`Rear Admiral Lord`). */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss messrs dr prof professor sir dame lord lady count countess baron baroness duke prince princess king ' +
    'queen emperor empress shah sultan sheikh shaikh amir emir pasha bey tunku tengku tun sayyid sayed imam ayatollah pope ' +
    'cardinal archbishop bishop monsignor msgr father reverend rev rabbi patriarch metropolitan dalai ' +
    'general gen lieutenant lt ltg major maj brigadier brig colonel col captain capt commander cmdr commodore admiral adm ' +
    'vice rear fleet marshal field air chief generalissimo sergeant sgt private corporal ensign chargé charge ' +
    'ambassador amb minister min prime premier president pres chairman secretary secy sec under undersecretary deputy ' +
    'assistant acting senator sen congressman congresswoman representative rep governor gov judge justice chancellor ' +
    'director consul counselor counsellor attaché attache madame mme madam m monsieur mlle señor senor señora senora don ' +
    'doña herr frau comrade marshall hon honorable excellency he general-secretary speaker mayor foreign defense'
  ).split(' '),
);

/** Ranks and honours that stand in a name of a list: a strict subset of {@link TITLES}, for names read word by word. */
export const RANKS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady count countess baron baroness duke prince princess king queen ' +
    'emperor sultan sheikh shaikh pasha archbishop bishop monsignor msgr cardinal father reverend rev rabbi patriarch ' +
    'general lieutenant lt major brigadier brig colonel col captain capt commander commodore admiral adm vice rear fleet ' +
    'marshal field air chief generalissimo sergeant ambassador senator congressman governor judge justice madame mme ' +
    'tunku tengku ayatollah hon honorable gen maj later retired ret'
  ).split(' '),
);

/** Titles of women: a married woman is often called by her husband's name. */
export const WOMENS_TITLES: ReadonlySet<string> = new Set(
  'mrs miss ms lady dame madame madam mme mlle señora senora doña frau queen princess empress countess baroness'.split(
    ' ',
  ),
);

/** Titles that no woman bears. */
export const MENS_TITLES: ReadonlySet<string> = new Set(
  'mr messrs sir lord monsieur m señor senor don herr king prince emperor shah sultan duke baron count'.split(' '),
);

/** The Arabic article, as it is heard before different letters. */
export const ARTICLES: ReadonlySet<string> = new Set('al el ul ad as ash at an ar az'.split(' '));

/** What stands after a name: Jr., III, 2d. */
export const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', '2d', '2nd', '3d', '3rd', 'v']);

/** Numbers of monarchs and popes, which readers drop: `Hussein I`, `Makarios III`. */
export const REGNAL: ReadonlySet<string> = new Set([
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xii',
  'xxiii',
]);

/** Small words inside surnames. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'de del della di da das do dos du des la le las los el al ad as ar von van der den ter ten zu zur zum und y e ibn bin ' +
    'ben bint abu abd abdul abdel ould st saint san mac o af av u'
  ).split(' '),
);
