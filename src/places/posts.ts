/**
 * Places that documents are dated from, and the zone of the IANA Time Zone Database that keeps each one's clock.
 * Posts of the foreign service, places of conferences, states of the Union; names as printed then (Léopoldville, Batavia).
 */

/** Zone → the places in it, spelled as in datelines. */
const PLACES: Readonly<Record<string, string>> = {
  'America/New_York':
    'Washington|White House|The Pentagon|Department of State|New York|Camp David|Boston|Philadelphia|Baltimore|Annapolis|Newport|Hyannis Port|Atlanta|Cincinnati|Palm Beach|Key West|Gettysburg|Hyde Park|Quantico|Norfolk|Miami|Key Biscayne|Fort Bragg|Hot Springs|Augusta|Riverdale|Langley|Rhode Island|New Jersey|Massachusetts|Connecticut|Maine|New Hampshire|Vermont|Pennsylvania|Maryland|Delaware|Virginia|West Virginia|North Carolina|South Carolina|Florida|Ohio|Michigan|District of Columbia|D.C.|Georgia|Detroit|Cleveland|Pittsburgh|Lake Success|Flushing',
  'America/Chicago':
    'Texas|Austin|Houston|Dallas|San Antonio|Johnson City|LBJ Ranch|Chicago|Illinois|Wisconsin|Minnesota|Minneapolis|Iowa|Missouri|St. Louis|Kansas City|Independence|Louisiana|New Orleans|Alabama|Mississippi|Tennessee|Oklahoma|Nebraska|Arkansas|Omaha|Memphis',
  'America/Denver': 'Denver|Colorado|Colorado Springs|Montana|Utah|Salt Lake City|Wyoming|New Mexico',
  'America/Phoenix': 'Phoenix|Arizona',
  'America/Los_Angeles':
    'San Francisco|Los Angeles|California|San Clemente|Seattle|San Diego|Sacramento|Oregon|Nevada|Palm Springs|Portland',
  'America/Anchorage': 'Alaska|Anchorage|Elmendorf',
  'Pacific/Honolulu': 'Honolulu|Hawaii|Pearl Harbor|Oahu|CINCPAC|Camp Smith',
  'Pacific/Guam': 'Guam',
  'America/Puerto_Rico': 'San Juan|Puerto Rico',
  'America/Toronto': 'Ottawa|Toronto|Montreal|Quebec|Niagara Falls',
  'America/Halifax': 'Halifax',
  'America/Moncton': 'Chamcook|New Brunswick',
  'America/Vancouver': 'Vancouver',
  'America/Winnipeg': 'Winnipeg',
  'Atlantic/Bermuda': 'Bermuda|Tuckers Town',
  'America/Nassau': 'Nassau',
  'America/Havana': 'Habana|Havana|Santiago de Cuba|Guantánamo',
  'America/Santo_Domingo': 'Santo Domingo|Ciudad Trujillo',
  'America/Port-au-Prince': 'Port-au-Prince|Port au Prince',
  'America/Jamaica': 'Kingston',
  'America/Port_of_Spain': 'Port of Spain|Port-of-Spain|Trinidad',
  'America/Barbados': 'Bridgetown|Barbados',
  'America/Grenada': 'St. George’s|Grenada',
  'America/Martinique': 'Martinique|Fort-de-France',
  'America/Mexico_City': 'Mexico City|Mexico, D. F.|Mexico|Mexico, D.F.',
  'America/Guatemala': 'Guatemala City|Guatemala',
  'America/El_Salvador': 'San Salvador',
  'America/Tegucigalpa': 'Tegucigalpa',
  'America/Managua': 'Managua',
  'America/Costa_Rica': 'San José|San Jose',
  'America/Panama': 'Panama City|Panama|Balboa|Balboa Heights|Colón',
  'America/Belize': 'Belize',
  'America/Bogota': 'Bogotá|Bogota|Cali|Medellín',
  'America/Caracas': 'Caracas|Maracaibo',
  'America/Guayaquil': 'Quito|Guayaquil',
  'America/Lima': 'Lima',
  'America/La_Paz': 'La Paz',
  'America/Santiago': 'Santiago|Valparaíso',
  'America/Argentina/Buenos_Aires': 'Buenos Aires',
  'America/Montevideo': 'Montevideo|Punta del Este',
  'America/Asuncion': 'Asunción|Asuncion',
  'America/Sao_Paulo': 'Rio de Janeiro|Brasília|Brasilia|São Paulo|Sao Paulo|Petrópolis',
  'America/Recife': 'Recife',
  'America/Guyana': 'Georgetown',
  'America/Paramaribo': 'Paramaribo',
  'Europe/London': 'London|Chequers|England|Belfast|Edinburgh|Scotland|United Kingdom|Birch Grove',
  'Europe/Dublin': 'Dublin|Ireland|Shannon',
  'Europe/Paris': 'Paris|Versailles|Rambouillet|France|Nice|Marseille|Marseilles|Strasbourg|Vichy|Cannes|Fontainebleau',
  'Europe/Brussels': 'Brussels|Antwerp|Casteau',
  'Europe/Luxembourg': 'Luxembourg',
  'Europe/Amsterdam': 'The Hague|Amsterdam|Rotterdam',
  'Europe/Berlin':
    'Berlin|Bonn|Bad Godesberg|Frankfurt|Munich|Hamburg|Heidelberg|Stuttgart|Wiesbaden|Nuremberg|Potsdam|Bremen|Germany|West Germany|Düsseldorf|Helmstedt',
  'Europe/Vienna': 'Vienna|Salzburg|Austria',
  'Europe/Zurich': 'Geneva|Bern|Berne|Zurich|Zürich|Lausanne|Basel',
  'Europe/Rome': 'Rome|Naples|Milan|Trieste|Florence|Genoa|Turin|Palermo|Italy|Caserta',
  'Europe/Vatican': 'Vatican City',
  'Europe/Madrid': 'Madrid|Barcelona|San Sebastián|San Sebastian|Torrejon|Torrejón|Spain',
  'Europe/Lisbon': 'Lisbon|Oporto|Oeiras|Portugal',
  'Atlantic/Azores': 'The Azores|Azores|Ponta Delgada|Lajes',
  'Europe/Copenhagen': 'Copenhagen',
  'Europe/Oslo': 'Oslo',
  'Europe/Stockholm': 'Stockholm',
  'Europe/Helsinki': 'Helsinki|Helsingfors',
  'Atlantic/Reykjavik': 'Reykjavik|Reykjavík|Keflavik',
  'Europe/Warsaw': 'Warsaw|Poznań|Poznan|Kraków',
  'Europe/Prague': 'Prague|Praha|Bratislava',
  'Europe/Budapest': 'Budapest',
  'Europe/Bucharest': 'Bucharest',
  'Europe/Sofia': 'Sofia',
  'Europe/Belgrade': 'Belgrade|Zagreb|Brioni|Bled|Sarajevo|Ljubljana',
  'Europe/Tirane': 'Tirana',
  'Europe/Athens': 'Athens|Salonika|Thessaloniki|Tatoi|Greece',
  'Europe/Istanbul': 'Ankara|Istanbul|Izmir|Adana|Angora|Constantinople|Turkey',
  'Asia/Nicosia': 'Nicosia|Cyprus',
  'Europe/Malta': 'Valletta|Malta',
  'Europe/Gibraltar': 'Gibraltar',
  'Europe/Moscow': 'Moscow|Leningrad|Petrograd|St. Petersburg|Zavidovo|Soviet Union',
  'Asia/Vladivostok': 'Vladivostok',
  'Europe/Simferopol': 'Yalta|Livadia|Oreanda',
  'Europe/Kiev': 'Kiev|Odessa',
  'Europe/Riga': 'Riga',
  'Europe/Tallinn': 'Tallinn',
  'Europe/Vilnius': 'Kaunas|Kovno|Vilnius',
  'Africa/Cairo': 'Cairo|Alexandria|Port Said|Aswan|Egypt',
  'Africa/Tripoli': 'Tripoli|Benghazi',
  'Africa/Tunis': 'Tunis',
  'Africa/Algiers': 'Algiers|Oran|Constantine',
  'Africa/Casablanca': 'Rabat|Casablanca|Tangier|Marrakech|Morocco',
  'Africa/Nouakchott': 'Nouakchott',
  'Africa/Dakar': 'Dakar',
  'Africa/Banjul': 'Bathurst|Banjul',
  'Africa/Conakry': 'Conakry',
  'Africa/Bissau': 'Bissau',
  'Atlantic/Cape_Verde': 'Praia',
  'Africa/Freetown': 'Freetown',
  'Africa/Monrovia': 'Monrovia',
  'Africa/Abidjan': 'Abidjan',
  'Africa/Accra': 'Accra',
  'Africa/Lome': 'Lomé|Lome',
  'Africa/Porto-Novo': 'Cotonou|Porto-Novo',
  'Africa/Bamako': 'Bamako',
  'Africa/Ouagadougou': 'Ouagadougou',
  'Africa/Niamey': 'Niamey',
  'Africa/Lagos': 'Lagos|Kaduna|Ibadan|Enugu',
  'Africa/Ndjamena': 'Fort Lamy|N’Djamena|Ndjamena',
  'Africa/Douala': 'Yaoundé|Yaounde|Douala',
  'Africa/Libreville': 'Libreville',
  'Africa/Malabo': 'Malabo|Santa Isabel',
  'Africa/Brazzaville': 'Brazzaville',
  'Africa/Bangui': 'Bangui',
  'Africa/Kinshasa': 'Léopoldville|Leopoldville|Kinshasa',
  'Africa/Lubumbashi': 'Elisabethville|Élisabethville|Lubumbashi|Bukavu|Stanleyville|Kisangani',
  'Africa/Luanda': 'Luanda',
  'Africa/Lusaka': 'Lusaka',
  'Africa/Harare': 'Salisbury|Harare',
  'Africa/Blantyre': 'Blantyre|Lilongwe',
  'Africa/Maputo': 'Lourenço Marques|Lourenco Marques|Maputo',
  'Africa/Johannesburg': 'Pretoria|Cape Town|Capetown|Johannesburg|Durban|South Africa',
  'Africa/Gaborone': 'Gaborone',
  'Africa/Maseru': 'Maseru',
  'Africa/Mbabane': 'Mbabane',
  'Africa/Windhoek': 'Windhoek',
  'Indian/Antananarivo': 'Tananarive|Antananarivo',
  'Indian/Mauritius': 'Port Louis',
  'Indian/Mahe': 'Victoria, Seychelles',
  'Africa/Nairobi': 'Nairobi|Mombasa',
  'Africa/Kampala': 'Kampala|Entebbe',
  'Africa/Dar_es_Salaam': 'Dar es Salaam|Zanzibar|Tanzania',
  'Africa/Kigali': 'Kigali',
  'Africa/Bujumbura': 'Usumbura|Bujumbura',
  'Africa/Addis_Ababa': 'Addis Ababa',
  'Africa/Asmara': 'Asmara',
  'Africa/Djibouti': 'Djibouti',
  'Africa/Mogadishu': 'Mogadiscio|Mogadishu',
  'Africa/Khartoum': 'Khartoum',
  'Asia/Jerusalem': 'Jerusalem|Tel Aviv|Haifa|Israel',
  'Asia/Beirut': 'Beirut|Lebanon',
  'Asia/Damascus': 'Damascus|Aleppo',
  'Asia/Amman': 'Amman|Aqaba',
  'Asia/Baghdad': 'Baghdad|Basra',
  'Asia/Tehran': 'Tehran|Teheran|Tabriz|Meshed|Isfahan|Iran',
  'Asia/Kuwait': 'Kuwait',
  'Asia/Riyadh': 'Jidda|Jeddah|Jedda|Riyadh|Dhahran|Taif|Saudi Arabia',
  'Asia/Aden': 'Aden|Sana|Sanaa|Sana’a|Taiz|Taʼizz|Yemen',
  'Asia/Bahrain': 'Manama|Bahrain',
  'Asia/Qatar': 'Doha',
  'Asia/Dubai': 'Abu Dhabi|Dubai',
  'Asia/Muscat': 'Muscat',
  'Asia/Kabul': 'Kabul',
  'Asia/Karachi': 'Karachi|Rawalpindi|Islamabad|Lahore|Peshawar|Murree|Pakistan',
  'Asia/Dhaka': 'Dacca|Dhaka',
  'Asia/Kolkata': 'New Delhi|Delhi|Bombay|Calcutta|Madras|India|Simla',
  'Asia/Kathmandu': 'Kathmandu|Katmandu',
  'Asia/Colombo': 'Colombo|Kandy',
  'Asia/Yangon': 'Rangoon|Mandalay|Burma',
  'Asia/Bangkok': 'Bangkok|Chiang Mai|Udorn|Thailand|Hanoi|Haiphong',
  'Asia/Vientiane': 'Vientiane|Luang Prabang',
  'Asia/Phnom_Penh': 'Phnom Penh|Phnompenh',
  'Asia/Ho_Chi_Minh': 'Saigon|Hue|Hué|Danang|Da Nang|Can Tho|Dalat|Cam Ranh Bay|South Vietnam|Vietnam',
  'Asia/Kuala_Lumpur': 'Kuala Lumpur|Penang|Malaya',
  'Asia/Singapore': 'Singapore',
  'Asia/Brunei': 'Brunei|Bandar Seri Begawan',
  'Asia/Jakarta': 'Djakarta|Jakarta|Batavia|Surabaya|Medan|Bandung|Indonesia|Bogor|Djokjakarta|Kaliurang',
  'Asia/Makassar': 'Bali|Makassar',
  'Asia/Manila': 'Manila|Baguio|Cebu|Philippines|Clark Field',
  'Asia/Hong_Kong': 'Hong Kong',
  'Asia/Macau': 'Macau|Macao',
  'Asia/Taipei': 'Taipei|Tainan|Taiwan',
  'Asia/Shanghai':
    'Peking|Beijing|Peiping|Shanghai|Nanking|Chungking|Canton|Tientsin|Mukden|Hangchow|Hankow|Tsingtao|Kunming|Harbin|Dairen',
  'Asia/Ulaanbaatar': 'Ulan Bator|Ulaanbaatar',
  'Asia/Seoul': 'Seoul|Pusan|Panmunjom|Munsan|Korea',
  'Asia/Tokyo': 'Tokyo|Kyoto|Osaka|Kobe|Nagoya|Yokohama|Naha|Okinawa|Karuizawa|Fukuoka|Sapporo|Japan',
  'Australia/Sydney': 'Canberra|Sydney|Australia',
  'Australia/Melbourne': 'Melbourne',
  'Australia/Perth': 'Perth',
  'Australia/Brisbane': 'Brisbane',
  'Pacific/Auckland': 'Wellington|Auckland|New Zealand',
  'Pacific/Fiji': 'Suva',
  'Pacific/Port_Moresby': 'Port Moresby',
  'Pacific/Tongatapu': 'Nukuʻalofa|Tonga',
  'Pacific/Apia': 'Apia',
  'Pacific/Noumea': 'Nouméa|Noumea',
  'Pacific/Midway': 'Midway Island|Midway',
  'Pacific/Wake': 'Wake Island',
};

const key = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Ministries that a dateline names for their town. */
const MINISTRIES: Readonly<typeof PLACES> = { 'Europe/London': 'Foreign Office|Downing Street' };

const ZONE_OF = new Map<string, string>();
for (const [zone, names] of [...Object.entries(PLACES), ...Object.entries(MINISTRIES)])
  for (const name of names.split('|')) ZONE_OF.set(key(name), zone);

/** All places named above, as datelines spell them. */
export const places = (): string[] => Object.values(PLACES).flatMap((names) => names.split('|'));

/** Zones named above, sorted. */
export const zones = (): string[] => Object.keys(PLACES).sort();

/**
 * The zone of a place as a dateline prints it; of "Glassboro, New Jersey" and "Bonn/Bad Godesberg" the first part that is
 * known, the last part deciding where it is a country or state.
 */
export function zoneOf(place: string): string | undefined {
  const name = key(
    place
      .replace(/[[\]?]/g, '')
      .trim()
      .replace(/\s+/g, ' '),
  );
  const whole = ZONE_OF.get(name);
  if (whole) return whole;
  const parts = name.split(/\s*(?:[,/]|–|\()\s*/).filter((part) => part !== '');
  for (const part of [...parts].reverse()) {
    const zone = ZONE_OF.get(part.replace(/^the /, '')) ?? ZONE_OF.get(part);
    if (zone) return zone;
  }
  return undefined;
}
