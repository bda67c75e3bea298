/** Letters that typesetters join (ﬁ), as the letters that they show. */

const LIGATURES = /[\ufb00-\ufb06]/g;

export const withoutLigatures = (text: string): string =>
  text.replace(LIGATURES, (ligature) => ligature.normalize('NFKC'));
