/** Whether a number or a letter at the beginning of a line counts on from the labels before it: `3.` after `2.`, `(C)` after `(B)`. */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

const VALUE = /[A-Z]+|\d+/;

/** What may come after a value: `3` after `2`; of `I` both `J` and `II`. */
function following(value: string): string[] {
  if (/\d/.test(value)) return [String(Number(value) + 1)];
  const roman = ROMAN.indexOf(value);
  const next = roman < 0 ? undefined : ROMAN[roman + 1];
  const letter = value.length === 1 && value !== 'Z' ? [String.fromCharCode(value.charCodeAt(0) + 1)] : [];
  return next === undefined ? letter : [...letter, next];
}

/** The labels of a text in order. */
export interface Counting {
  /** Whether some label before it leads to this one. */
  readonly expects: (label: string) => boolean;
  /** This label begins a paragraph. */
  readonly add: (label: string) => void;
}

export function counting(): Counting {
  const expected = new Set<string>();
  return {
    expects: (label) => expected.has(label),
    add: (label) => {
      const value = VALUE.exec(label)?.[0];
      if (value === undefined) return;
      for (const next of following(value)) expected.add(label.replace(value, next));
    },
  };
}
