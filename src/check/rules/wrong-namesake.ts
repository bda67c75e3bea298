import { oneLine } from '../../text/one-line.js';
import type { FileFacts, Rule } from './rule.js';
import { attribute, textIn } from './tree.js';

export const wrongNamesake: Rule = {
  id: 'wrong-namesake',
  severity: 'warning',
  profile: 'frus',
  why: 'The given name or initial in the text is not that of the person linked, and another person of the list has it.',
  wrong:
    '<TEI><list type="persons"><item><persName xml:id="p_JR1">Johnson, Robert</persName></item><item><persName xml:id="p_JUA1">Johnson, U. Alexis</persName></item></list><p>said <persName corresp="#p_JUA1">Robert Johnson</persName></p></TEI>',
  right:
    '<TEI><list type="persons"><item><persName xml:id="p_JR1">Johnson, Robert</persName></item><item><persName xml:id="p_JUA1">Johnson, U. Alexis</persName></item></list><p>said <persName corresp="#p_JR1">Robert Johnson</persName></p></TEI>',
  visitor: ({ report, of }) => {
    let people: Map<string, Person> | undefined;
    return {
      elements: {
        persName(element) {
          const link = attribute(element, 'corresp');
          if (!link?.value.startsWith('#')) return;
          people ??= persons(of);
          const linked = people.get(link.value.slice(1));
          if (!linked) return;
          const words = wordsOf(oneLine(textIn(of.scan, element, 'note')).replace(/[’']s\b/g, ''));
          const surname = words.pop();
          if (!surname || words.length === 0 || linked.surname !== surname) return;
          const given = words.filter((word) => !TITLES.has(word));
          if (given.length === 0 || fits(given, linked.given)) return;
          const others = [...people].filter(([, p]) => p.surname === surname && p !== linked && fits(given, p.given));
          const [other] = others;
          if (others.length === 1 && other) {
            report(link, `“${oneLine(textIn(of.scan, element))}” leads to ${linked.name}`, {
              hint: `${other[1].name} is #${other[0]}.`,
            });
          }
        },
      },
      forget() {
        people = undefined;
      },
    };
  },
};

interface Person {
  readonly name: string;
  readonly surname: string;
  readonly given: readonly string[];
}

const TITLES = new Set(
  'mr mrs dr general gen col colonel admiral secretary ambassador president senator prime minister sir lord'.split(' '),
);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];

/** Whether given names or initials can be those of an entry: each begins, or is begun by, one of the entry's. */
function fits(given: readonly string[], entry: readonly string[]): boolean {
  return given.every((word) => entry.some((other) => other.startsWith(word) || word.startsWith(other)));
}

function persons({ ids, scan }: FileFacts): Map<string, Person> {
  const out = new Map<string, Person>();
  for (const [id, element] of ids) {
    if (element.name !== 'persName') continue;
    const name = oneLine(textIn(scan, element)).replace(/,$/, '');
    const comma = name.indexOf(',');
    if (comma < 0) continue;
    const surname = wordsOf(name.slice(0, comma)).join(' ');
    out.set(id, { name, surname, given: wordsOf(name.slice(comma)) });
  }
  return out;
}
