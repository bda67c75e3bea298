/** Invented telegrams, as many as are asked for, no two alike: files by name, dealt to two volumes. */

const POSTS = ['Ruritania', 'Graustark', 'Freedonia', 'Sylvania'];
const SUBJECTS = [
  'the harbour dues',
  'rice shipments',
  'the fisheries talks',
  'the border commission',
  'radio licences',
];
const VERBS = ['discussed', 'reviewed', 'took up', 'raised'];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

/** `frus1955-57v98/d1.txt` … */
export function inventedTelegrams(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`frus1955-57v${98 + (i % 2)}/d${i + 1}.txt`, telegram(i + 1)]),
  );
}

function telegram(n: number): string {
  const [post, before] = [pick(POSTS, n), pick(POSTS, n + 1)];
  const day = 1 + (n % 28);
  const number = 2000 + n * 7;
  return `${n}. Telegram From the Embassy in ${post} to the Department of State1

${post}, March ${day}, 1956—7:48 p.m.

${number}. Reference Department’s telegram ${number - 7}.2 Ambassador Allison ${pick(VERBS, n)} ${pick(SUBJECTS, n)} with Foreign Minister
yesterday. [Page ${n + 80}] He said ${pick(SUBJECTS, n + 2)} would follow, see document ${1 + ((n * 3) % 40)}, and that ${before}
had been told. John Allison thinks so too.3

Allison

  1. Source: Department of State, Central Files, 123.45/3–${day}56. Secret.

  2. Telegram ${number - 7} to ${post} is not printed.

  3. Not found.
`;
}
