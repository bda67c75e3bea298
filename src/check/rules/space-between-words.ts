import type { Scan, ScanElement } from '../../xml/scan.js';
import { isLetter } from './characters.js';
import { MONTH } from './months.js';
import type { Rule } from './rule.js';
import { TRAIT } from './traits.js';
import { edgeText } from './tree.js';

export const spaceBetweenWords: Rule = {
  id: 'space-between-words',
  severity: 'warning',
  profile: 'frus',
  edited: true,
  why: 'Words that run together are found by no search: behind a comma, a colon or semicolon, a question or exclamation mark, the number of an item, at the edges of a name or term, and behind a note stands a space, and before the year of a date.',
  wrong: '<p>The Secretary <persName>Rusk</persName>said,but agreed to (a)the visit of March 3,1955, and (b) one.</p>',
  right:
    '<p>The Secretary <persName>Rusk</persName> said, but agreed to (a) the visit of March 3, 1955, and (b) one with 1,955 men and Mac<persName>Donald</persName>; “(t)he”, she said.</p>',
  visitor: ({ report, of }) => {
    const behindNote = (note: ScanElement): void => {
      const word = wordBehind(of.scan, note);
      if (word) report({ start: note.end, end: note.end + word.length }, `No space between a note and “${word}”`);
    };
    const around = (element: ScanElement): void => {
      const { scan } = of;
      const behind = wordBehind(scan, element);
      if (behind.length > 1 && !SUFFIX.test(behind) && isLetter(lastCode(edgeText(scan, element, 'last')))) {
        const place = { start: element.end, end: element.end + behind.length };
        report(place, `No space between ${element.name} and “${behind}”`);
      }
      const before = wordBefore(scan, element);
      if (before.length > 1 && !PREFIX.test(before) && isLetter(edgeText(scan, element, 'first').charCodeAt(0))) {
        const place = { start: element.start - before.length, end: element.start };
        report(place, `No space between “${before}” and ${element.name}`);
      }
    };
    return {
      elements: {
        note: behindNote,
        persName: around,
        placeName: around,
        orgName: around,
        gloss: around,
        date: around,
        ref: around,
      },
      traits: TRAIT.pointLetter | TRAIT.pointDigit,
      flow(flow) {
        if (flow.has(TRAIT.pointDigit)) {
          for (const { index } of flow.text.matchAll(YEAR)) {
            if (DAY.test(flow.text.slice(Math.max(0, index - 20), index)))
              report(flow.span(index, index + 1), 'No space behind “,”');
          }
        }
        if (!flow.has(TRAIT.pointLetter)) return;
        for (const { 0: mark, index } of flow.text.matchAll(MARK)) {
          if (mark === ')' && !isItem(flow.text, index)) continue;
          // Where a note stands between, it is told of.
          if (of.scan.text.startsWith('</note>', flow.place(index + 1) - '</note>'.length)) continue;
          if (ADDRESS.test(flow.text.slice(Math.max(0, index - 200), index))) continue;
          report(flow.span(index, index + 1), `No space behind “${mark}”`);
        }
      },
    };
  },
};

/** Whether `)` closes the number of an item. Before a small letter a letter is one only if its neighbour is near: “(t)he” is a word. */
function isItem(text: string, at: number): boolean {
  const number = text.slice(text.lastIndexOf('(', at) + 1, at);
  const next = text[at + 1]!;
  if (number.length > 1 || /\d/.test(number) || next !== next.toLowerCase()) return true;
  const near = text.slice(Math.max(0, at - NEAR), at + NEAR);
  const code = number.charCodeAt(0);
  return [String.fromCharCode(code - 1), String.fromCharCode(code + 1), `${number}i`].some((other) => {
    const found = near.indexOf(`(${other})`);
    return found >= 0 && !isLetter(near.charCodeAt(found + other.length + 2));
  });
}

const NEAR = 1000;

const lastCode = (text: string): number => text.charCodeAt(text.length - 1);

/** The letters glued to the end of an element; '' where there is none. */
function wordBehind({ text }: Scan, { end }: ScanElement): string {
  return isLetter(text.charCodeAt(end)) ? text.slice(end, end + 40).match(/^\p{L}+/u)![0] : '';
}

/** The letters glued to the beginning of an element; '' where there is none. */
function wordBefore({ text }: Scan, { start }: ScanElement): string {
  return isLetter(text.charCodeAt(start - 1)) ? text.slice(Math.max(0, start - 40), start).match(/\p{L}+$/u)![0] : '';
}

/** What is added to a name or abbreviation: “UNers”, “Marxists”. */
const SUFFIX = /^(?:s|e?d|e?rs?|ing|ff?|ians?|ists?|isms?|ites?|iz(?:ed?|ing|ation))$/;
const PREFIX = /^(?:Ma?c|anti|ex|inter|mid|neo|non|pre|post|pro|sub|trans|un)$/i;
/** The beginning of an address, up to a mark in it. */
const ADDRESS = /(?:\/\/|www\.|\bmailto|\burn)\S*$/i;
const MARK =
  /(?<=[\p{L}\p{N}.)])[,;](?=\p{L}{2})|(?<=\p{Ll})[:?!](?=\p{L}{2})|(?<=(?<![\p{L}\p{N}])\((?:[A-Za-z]|[ivx]{1,4}|\d{1,2}))\)(?=\p{L}{2})/gu;
/** The comma of “March 30,1960”, behind what looks like a day. */
const YEAR = /,(?=(?:1[789]|20)\d\d(?!\d))/g;
const DAY = new RegExp(`(?<!\\p{L})${MONTH} \\d{1,2}$`, 'u');
