import { describe, expect, test } from 'vitest';
import { documentsOf } from '../src/score/documents.js';
import { SCORE_FORMATS } from '../src/score/format.js';
import { offsetMap } from '../src/score/offsets.js';
import { type Score, scorer } from '../src/score/score.js';
import { parseXml } from '../src/xml/parse.js';

const GOLD = `<div type="document" xml:id="d1"><head>1. Telegram From <gloss type="from">Strelsau</gloss><note n="1" type="source">Source: Files.</note></head>
  <opener><dateline><date when="1956-03-14T18:00:00">March 14, 1956</date></dateline></opener>
  <p>Saw General <persName corresp="#p_1">Tarlenheim</persName>.<note n="2">See <ref target="#d2">below</ref>.</note> He <pb n="7"/> agreed.</p></div>`;

function scored(predicted: string | undefined, gold = GOLD): Score {
  const { add, score } = scorer(3);
  add('d1', parseXml(gold), predicted === undefined ? undefined : parseXml(predicted));
  return score();
}

const field = (score: Score, name: string) => score.fields.find((f) => f.field === name)!;
const counts = (score: Score, name: string): number[] => {
  const { strict, soft, gold } = field(score, name);
  return [gold, strict.precision, strict.recall, soft.f1];
};

describe('score', () => {
  test('a document against itself is right throughout', () => {
    const score = scored(GOLD);
    expect(score).toMatchObject({ documents: 1, missing: 0, structureExact: 1, losslessExact: 1, examples: [] });
    expect(score.fields.every(({ strict, soft }) => strict.f1 === 1 && soft.f1 === 1)).toBe(true);
  });

  test('white space does not matter', () => {
    expect(scored(GOLD.replaceAll(' He', '\n\n   He').replace('<p>', '<p>\n ')).structureExact).toBe(1);
  });

  test('a missing document misses everything', () => {
    const score = scored(undefined);
    expect(score).toMatchObject({ missing: 1, structureExact: 0, losslessExact: 0 });
    expect(score.fields.filter(({ gold }) => gold > 0).every(({ strict }) => strict.recall === 0)).toBe(true);
  });

  test('a note one word too late is wrong, strictly and softly, and costs structure and losslessness', () => {
    const late = GOLD.replace(/(<note n="2">.*?<\/note>) He/, ' He$1');
    const score = scored(late);
    expect(counts(score, 'note')).toEqual([2, 0.5, 0.5, 1]);
    expect(score).toMatchObject({ structureExact: 0, losslessExact: 0 });
    expect(score.examples.map(({ kind, context }) => `${kind} ${context}`)).toEqual([
      'missed 1.TelegramFromStrelsauMarch14,1956SawGeneralTarlenheim.⟦⟧Heagreed.'.replace(
        /^(missed ).*?(.{25})⟦/,
        '$1$2⟦',
      ),
      'wrong rch14,1956SawGeneralTarlenheim.He⟦⟧agreed.'.replace(/^(wrong ).*?(.{25})⟦/, '$1$2⟦'),
    ]);
  });

  test('texts that differ are shown where they do, with what the prediction has', () => {
    expect(scored(GOLD.replace('agreed', 'consented')).examples).toEqual([
      {
        document: 'd1',
        field: 'body-text',
        kind: 'wrong',
        note: '',
        context: '56SawGeneralTarlenheim.He⟦agre⟧ed.',
        key: 'consent',
      },
    ]);
  });

  test('a title inside the name is soft, and its end still right', () => {
    const wide = GOLD.replace('General <persName corresp="#p_1">', '<persName corresp="#p_1">General ');
    const score = scored(wide);
    expect(counts(score, 'persName')).toEqual([1, 0, 0, 1]);
    expect(counts(score, 'person-link')).toEqual([1, 1, 1, 1]);
    expect(score.structureExact).toBe(1);
  });

  test('links of persons and terms are the same by whatever attribute an edition makes them', () => {
    const gold = GOLD.replace('He <pb', '<gloss target="#nato">NATO</gloss> <pb').replace('#p_1', '#bohlen');
    const named = (name: string, link: string, term: string): string =>
      gold
        .replace(
          '<persName corresp="#bohlen">Tarlenheim</persName>',
          `<${name} ${link}>Tarlenheim</${name.split(' ')[0]}>`,
        )
        .replace('<gloss target="#nato">NATO</gloss>', `<term ${term}>NATO</term>`);
    const links = (predicted: string) => {
      const score = scored(predicted, gold);
      return [counts(score, 'persName'), counts(score, 'person-link'), counts(score, 'gloss@target')];
    };
    for (const same of [
      named('persName', 'ref="#bohlen"', 'ref="#nato"'),
      named('rs type="person"', 'key="bohlen"', 'key="nato"'),
      named('name type="person"', 'ref="#bohlen"', 'target="#nato"'),
    ])
      expect(links(same)).toEqual([
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ]);
    expect(links(named('persName', 'ref="#WRONG"', 'ref="#nato"'))[1]).toEqual([1, 0, 0, 0]);
    expect(links(named('rs', 'ref="#bohlen"', 'ref="#nato"'))[0]).toEqual([1, 0, 0, 0]);
  });

  test('another person is wrong, however soft', () => {
    const score = scored(GOLD.replace('#p_1', '#p_2'));
    expect(counts(score, 'person-link')).toEqual([1, 0, 0, 0]);
    expect(counts(score, 'persName')).toEqual([1, 1, 1, 1]);
  });

  test('a zone in a date is no error', () => {
    expect(counts(scored(GOLD.replace(':00"', ':00-05:00"')), 'date@when')).toEqual([1, 1, 1, 1]);
  });

  test('places are found again around a text that differs', () => {
    const score = scored(GOLD.replace('Saw General', 'I saw the General'));
    expect(counts(score, 'pb')).toEqual([1, 1, 1, 1]);
    expect(counts(score, 'body-text')).toEqual([1, 0, 0, 0]);
    expect(score.losslessExact).toBe(0);
  });

  test('the documents of a volume, or the body of a file without any', () => {
    const volume = parseXml(
      `<TEI><text><body><div type="chapter">${GOLD}${GOLD.replace('"d1"', '"d2"')}</div></body></text></TEI>`,
    );
    expect(documentsOf(volume).map(({ id }) => id)).toEqual(['d1', 'd2']);
    const plain = documentsOf(parseXml('<TEI><text><front/><body><p>x</p></body></text></TEI>'));
    expect(plain.map(({ id, element }) => [id, element.name])).toEqual([['1', 'body']]);
  });

  test('printed as text, Markdown and JSON', () => {
    const score = scored(GOLD.replace('#p_1', '#p|2'));
    expect(SCORE_FORMATS.text(score)).toMatch(/^person-link +1 +0\.0000/m);
    expect(SCORE_FORMATS.markdown(score)).toContain('| person-link | 1 | 0.0000 |');
    expect(SCORE_FORMATS.markdown(score)).toContain('- wrong person-link in d1: ');
    expect(JSON.parse(SCORE_FORMATS.json(score))).toEqual(score);
  });
});

describe('offsetMap', () => {
  test.each([
    ['abc', 'abc', [0, 1, 2, 3]],
    ['abc', 'aXbc', [0, 1, 3, 4]],
    ['aXbc', 'abc', [0, 1, 1, 2, 3]],
    ['', 'abc', [0]],
    ['abc', '', [0, undefined, undefined, 0]],
  ])('%s in %s', (from, to, offsets) => {
    const map = offsetMap(from, to);
    expect(offsets.map((_, i) => map(i))).toEqual(offsets);
  });
});
