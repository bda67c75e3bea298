/** Countries, peoples and what belongs to them, and capitals, as documents of two centuries call them: no names of persons. */

import { fold } from '../authority/fold.js';

const COUNTRIES =
  'Afghanistan Albania Algeria Angola Annam Arabia Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Barbados Belgium Belize Benin Bessarabia ' +
  'Bhutan Bohemia Bolivia Borneo Botswana Brazil Britain Bulgaria Burma Burundi Cambodia Cameroon Cameroun Canada Ceylon Chad Chile China Colombia Congo ' +
  'Corea Crete Croatia Cuba Cyprus Czechoslovakia Dahomey Danzig Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Eurasia Europe Fiji Finland Formosa France ' +
  'Gabon Gambia Germany Ghana Gibraltar Greece Greenland Grenada Guatemala Guinea Guyana Haiti Hawaii Holland Honduras Hungary Iceland India Indochina Indo-China ' +
  'Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Java Jordan Kashmir Katanga Kenya Korea Kurdistan Kuwait Laos Latvia Lebanon Lesotho Liberia Libya ' +
  'Liechtenstein Lithuania Luxembourg Luxemburg Macedonia Madagascar Malagasy Malawi Malaya Malaysia Mali Malta Manchukuo Manchuria Mauritania Mauritius Mesopotamia ' +
  'Mexico Monaco Mongolia Montenegro Morocco Mozambique Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Okinawa Oman Pakistan Palestine Panama Paraguay Persia ' +
  'Peru Philippines Poland Portugal Prussia Qatar Rhodesia Roumania Rumania Romania Russia Rwanda Samoa Scotland Senegal Serbia Siam Siberia Sicily Sikkim Silesia ' +
  'Singapore Somalia Somaliland Spain Sudan Surinam Suriname Swaziland Sweden Switzerland Syria Taiwan Tanganyika Tanzania Texas Thailand Tibet Togo Togoland Transjordan ' +
  'Trinidad Tunisia Turkey Uganda Ukraine Uruguay Venezuela Vietnam Viet-Nam Wales Yemen Yugoslavia Zaire Zambia Zanzibar Zimbabwe Antarctica Africa America Asia';

const PEOPLES =
  'Afghan Albanian Algerian American Angolan Arab Arabian Arabic Argentine Argentinian Armenian Asian Asiatic Australian Austrian Austro-Hungarian Bavarian Belgian ' +
  'Bolivian Bolshevik Brazilian British Britisher Bulgarian Burmese Cambodian Canadian Ceylonese Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech ' +
  'Czechoslovak Danish Dane Dominican Dutch Dutchman Ecuadoran Ecuadorean Egyptian English Englishman Englishmen Eritrean Estonian Ethiopian European Filipino Finn ' +
  'Finnish Formosan French Frenchman Frenchmen German Ghanaian Greek Guatemalan Guinean Haitian Hashemite Honduran Hungarian Icelandic Indian Indochinese Indonesian ' +
  'Iranian Iraqi Irish Irishman Israeli Italian Jamaican Japanese Jewish Jordanian Kenyan Khmer Korean Kurdish Kurd Kuwaiti Lao Laotian Latvian Lebanese Liberian ' +
  'Libyan Lithuanian Malay Malayan Malaysian Mexican Mongolian Moroccan Nepalese Nicaraguan Nigerian Norwegian Ottoman Pakistani Palestinian Panamanian Paraguayan ' +
  'Persian Peruvian Philippine Pole Polish Portuguese Prussian Rhodesian Roumanian Rumanian Romanian Russian Saudi Scot Scottish Senegalese Serb Serbian Siamese Slav ' +
  'Slovak Somali Soviet Spaniard Spanish Sudanese Swede Swedish Swiss Syrian Taiwanese Tanzanian Thai Tibetan Togolese Tunisian Turk Turkish Ugandan Ukrainian ' +
  'Uruguayan Venezuelan Vietnamese Welsh Yemeni Yugoslav Yugoslavian Zambian Pak Paks';

const CAPITALS = 'Berlin Bonn London Madrid Moscow Paris Rome Tokyo Vienna';

/** Of several words. */
const OF_SEVERAL =
  'costa rica|el salvador|san salvador|san marino|sri lanka|viet nam|viet cong|ivory coast|cape verde|puerto rico';

const words = new Set(
  [...COUNTRIES.split(' '), ...CAPITALS.split(' '), ...PEOPLES.split(' ').flatMap((word) => [word, `${word}s`])].map(
    (word) => fold(word),
  ),
);
const phrases = new Set(OF_SEVERAL.split('|'));

/** Whether folded words are such a name, or each of them is: `french`, `costa rica`, `franco german`. */
export const isNation = (folded: readonly string[]): boolean =>
  folded.every((word) => words.has(word)) || phrases.has(folded.join(' '));
