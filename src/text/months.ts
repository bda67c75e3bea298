/** Names of the months in the languages of editions: English, French, German, Italian, Spanish. */

const NAMES = [
  'january jan janvier januar jänner gennaio enero',
  'february feb février fevrier februar febbraio febrero',
  'march mar mars märz maerz marzo',
  'april apr avril aprile abril',
  'may mai maggio mayo',
  'june jun juin juni giugno junio',
  'july jul juillet juli luglio julio',
  'august aug août aout agosto',
  'september sept sep septembre settembre septiembre setiembre',
  'october oct octobre oktober ottobre octubre',
  'november nov novembre noviembre',
  'december dec décembre decembre dezember dicembre diciembre',
];

/** The English names in lower case, January first. */
export const ENGLISH_MONTHS: readonly string[] = NAMES.map((names) => names.split(' ')[0]!);

/** The number of a month by its name, or what is short for it, in lower case. */
export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);

/** All of them, the long ones first, as they are tried by patterns. */
export const MONTH_NAMES: readonly string[] = Object.keys(MONTHS).sort((a, b) => b.length - a.length);
