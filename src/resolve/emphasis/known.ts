/** Words that English printing sets in italics by rule, whatever the edition: what a phrase is says more than which it is. */

const CLASSES: Readonly<Record<string, string>> = {
  foreign:
    'ad hoc|Ad Hoc|ad interim|a priori|ab initio|aide-mémoire|Aide-mémoire|aide-memoire|aides-mémoire|amour-propre|bona fide|bona fides|carte blanche|casus belli|communiqué|contra|coup|coup d’état|coup de grâce|cum|de facto|de jure|De facto|De jure|de novo|démarche|demarche|détente|détentes|e.g|en bloc|en clair|en masse|en passant|en principe|en route|entente|Entente|et al|et cetera|et seq|ex cathedra|ex officio|ex parte|ex post facto|fait accompli|faits accomplis|force majeure|i.e|in absentia|in camera|in extenso|in extremis|infra|ipso facto|inter alia|Inter alia|laissez-faire|lettre de cachet|locum tenens|mala fide|modus operandi|modus vivendi|mutatis mutandis|ne plus ultra|nolle prosequi|note verbale|nuncio|obiter dicta|pari passu|passim|per annum|per capita|per se|persona grata|persona non grata|post facto|pour mémoire|prima facie|pro forma|pro rata|pro tanto|pro tem|procès-verbal|quasi|qui vive|quid pro quo|raison d’être|rapprochement|résumé|sic|Sic|sine die|sine qua non|sotto voce|status quo|status quo ante|sub rosa|sui generis|supra|tour d’horizon|tour de force|tête-à-tête|ultra vires|vice versa|vis-à-vis|vis-a-vis|viz|volte-face|Weltanschauung|Ostpolitik|Realpolitik|Anschluss|putsch|junta|bloc|enosis|Enosis',
  paper:
    'New York Times|The New York Times|NY Times|Washington Post|The Washington Post|Washington Star|Evening Star|Washington Daily News|Christian Science Monitor|Wall Street Journal|Herald Tribune|New York Herald Tribune|New York Herald-Tribune|New York Daily News|Chicago Tribune|Chicago Daily News|Los Angeles Times|Baltimore Sun|Time|Life|Newsweek|Time magazine|Fortune|Look|Saturday Evening Post|U.S. News and World Report|U.S. News & World Report|Foreign Affairs|Le Monde|Le Figaro|Figaro|L’Express|L’Humanité|Combat|France Soir|Paris Match|Times|The Times|London Times|Daily Telegraph|Daily Express|Daily Mail|Daily Mirror|Manchester Guardian|Guardian|Observer|Economist|The Economist|Financial Times|New Statesman|Pravda|Izvestia|Izvestiya|Krasnaya Zvezda|Red Star|Trud|Kommunist|New Times|Der Spiegel|Die Welt|Neues Deutschland|Frankfurter Allgemeine|Süddeutsche Zeitung|Neue Zürcher Zeitung|Corriere della Sera|Unità|Borba|Politika|Trybuna Ludu|Szabad Nép|Szabad Nep|Népszabadság|Rude Pravo|Scînteia|Al Ahram|Al-Ahram|Akhbar|Ha’aretz|Haaretz|Jerusalem Post|Davar|Ettela’at|Kayhan|Dawn|Times of India|Hindustan Times|The Hindu|Statesman|Hindu|Indian Express|Straits Times|Bangkok Post|Manila Times|Manila Bulletin|Asahi|Asahi Shimbun|Mainichi|Yomiuri|Nippon Times|Japan Times|Nihon Keizai|People’s Daily|Jen-min Jih-pao|Red Flag|Ta Kung Pao|Central Daily News|Merdeka|Indonesia Raya|Harian Rakjat|Cumhuriyet|Milliyet|Hürriyet|Ulus|Kathimerini|Eleftheria|Vima|To Vima|Ta Nea|Ethnos|Acropolis|Excelsior|Novedades|El Tiempo|El Mercurio|La Prensa|La Nación|Clarín|Prensa Libre|O Globo|Jornal do Brasil|Granma|Revolución|Hoy|Bohemia|Rand Daily Mail|Cape Times|Die Burger',
  series:
    'Foreign Relations|Foreign Relations of the United States|Bulletin|Department of State Bulletin|Current Digest of the Soviet Press|Congressional Record|Federal Register|Public Papers|American Foreign Policy|Documents on Disarmament|Current Economic Developments|Documents on International Affairs|Documents on Germany|Keesing’s|Statutes at Large|Yearbook of the United Nations|United Nations Treaty Series|Facts on File|Department of State Newsletter|Official Journal|Official Records|Hearings|Parliamentary Debates|Memoirs|Mandate for Change|Waging Peace|White House Years|Years of Upheaval|The Vantage Point|Present at the Creation',
  ship: 'Pueblo|Mayaguez|Maddox|Turner Joy|Panay|Renville|Alfhem|Lucky Dragon|Fukuryu Maru|Tuapse|Praca|Forrestal|Batory|Pulaski|Baltika|Essex|Enterprise|Hancock|Yorktown|Coral Sea|Kitty Hawk|Constellation|Bergall|Lexington|Ticonderoga|Intrepid|Cecil B. De Mille|La Coubre|Granma|Exodus|Athos|Kashmir Princess|Columbine|Sacred Cow|Amsterdam|Queen Mary|Queen Elizabeth|Nautilus|Altalena|Tasman|Empire Windrush|Savannah|Manhattan|Torrey Canyon',
  pointer: 'Ibid|ibid|Supra|supra|Infra|infra|Ante|ante|Post|post|passim',
};

const CLASS_OF = new Map<string, string>();
for (const [name, phrases] of Object.entries(CLASSES)) {
  for (const phrase of phrases.split('|')) CLASS_OF.set(phrase, CLASS_OF.get(phrase) ?? name);
}
for (const phrase of CLASSES.pointer!.split('|')) CLASS_OF.set(phrase, 'pointer');

/** All phrases listed here. */
export const knownPhrases = (): string[] => [...CLASS_OF.keys()];

/** `foreign`, `paper`, `series`, `ship`, `pointer`, or nothing. */
export const classOf = (phrase: string): string => CLASS_OF.get(phrase) ?? '';

/** What editions do with the one of these pointers they do with the other, which is rare in the corpus. */
const PAIRS: Readonly<Record<string, string>> = { Post: 'Ante', post: 'ante' };
export const pairOf = (phrase: string): string => PAIRS[phrase] ?? phrase;

/** Words that names of newspapers and periodicals end with. */
export const PAPER_WORDS =
  'Times|News|Post|Herald|Tribune|Daily|Mail|Express|Star|Journal|Gazette|Review|Digest|Weekly|Observer|Telegraph|Standard|Chronicle|Reporter|Record|Bulletin|Magazine|Mirror|Globe|Sun|Inquirer|Courier|Monitor|Mercury|Examiner|Dispatch|Economist|Statesman|Yearbook|Shimbun|Zeitung|Pravda|Pao'.split(
    '|',
  );
