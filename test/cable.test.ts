/** Electronic cables: the samples and what convert makes of them, what is recognised as one, and cables that were garbled. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { validate } from '../src/check/validate.js';
import { convert } from '../src/convert.js';
import { Parts } from '../src/read/cable/gathered.js';
import { compareTexts, renderText } from '../src/render/index.js';
import { readTimeGroup } from '../src/resolve/dates/time-group.js';
import { corpusFolder, corpusVolumes, readVolume } from '../src/train/gold.js';
import { VERSION } from '../src/version.js';
import { parseXml } from '../src/xml/parse.js';
import { runs } from './properties.js';

const SAMPLES = join(import.meta.dirname, '../samples/cables');
const cables = readdirSync(SAMPLES).filter((file) => file.endsWith('.txt'));
const read = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');
const steady = (xml: string): string => xml.replace(`version="${VERSION}"`, 'version="…"');
const genreOf = (text: string): string => convert(text, { format: 'json' }).document.genre;

describe('samples', () => {
  for (const name of cables) {
    test(name, () => {
      const { output, findings } = convert(read(name), { name });
      expect(findings).toEqual([]);
      const target = join(SAMPLES, name.replace('.txt', '.xml'));
      if (process.env.UPDATE) writeFileSync(target, output);
      else expect(steady(output)).toBe(steady(readFileSync(target, 'utf8')));
      expect(compareTexts(read(name), renderText(parseXml(output))).outcome).toBe('layout');
    });
  }
});

describe('what a cable tells', () => {
  const { document } = convert(read('border-talks.txt'));
  it('is its genre, its subjects and its correspondents', () => {
    expect(document.genre).toBe('cable');
    expect(document.subjects).toEqual(['PFOR', 'PBOR', 'FD', 'RT', '(SAPT, ANTON)', '(HENTZAU, RUPERT)']);
    expect(document.correspondence?.sent).toEqual({
      organisation: 'AMEMBASSY BEAULIEU',
      date: { when: '1976-03-14T10:15:00+00:00' },
    });
    expect(document.correspondence?.copied).toContain('USMISSION GENEVA');
  });
  it('is in its own text a cable again', () => {
    const again = renderText(parseXml(convert(read('border-talks.txt')).output));
    expect(genreOf(again)).toBe('cable');
  });
});

describe('the head of a cable', () => {
  const { output, document } = convert(
    `CONFIDENTIAL

PAGE 01 STRELS 04321 01 OF 01 111011Z
ACTION NODS-00
INFO  OCT-01  ISO-00  SSO-00  NSCE-00  INRE-00  USIE-00  /026 W
------------------110500 111020Z /11
O R 111000Z JUN 78
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC IMMEDIATE 1234
AMEMBASSY BEAULIEU PRIORITY
INFO USMISSION GENEVA
C O N F I D E N T I A L STRELSAU 4321
E.O. 11652: XGDS-1
TAGS: OVIP (TARLENHEIM, FRITZ A.), PEPR, RT
SUBJ: THE MINISTER
1. ALL IS QUIET IN THE CAPITAL AND ON THE BORDER, AS FAR AS
CAN BE SEEN FROM THE ROOF OF THE EMBASSY, AND NOBODY TALKS OF
A CHANGE IN THE CABINET BEFORE THE SPRING OF THE COMING YEAR.
SAPT
`,
  );
  it('parts those addressed from those informed', () => {
    expect(output).toContain(
      '<seg rendition="#left" type="to">TO SECSTATE WASHDC IMMEDIATE 1234<lb/>AMEMBASSY BEAULIEU',
    );
    expect(output).toContain('<seg rendition="#left" type="information">INFO USMISSION GENEVA</seg>');
    expect(document.correspondence?.addressed).toEqual(['AMEMBASSY BEAULIEU']);
    expect(document.correspondence?.copied).toEqual(['USMISSION GENEVA']);
    expect(output).toContain('<orgName>SECSTATE WASHDC</orgName><orgName>AMEMBASSY BEAULIEU</orgName></correspAction>');
  });
  it('keeps its lines, the channel’s too, whatever their width', () => {
    expect(output).toContain('type="channel">------------------110500 111020Z /11</seg>');
    expect(document.correspondence?.sent?.date).toEqual({ when: '1978-06-11T10:00:00+00:00' });
  });
  it('has names in its TAGS', () => {
    expect(document.subjects).toEqual(['OVIP (TARLENHEIM, FRITZ A.)', 'PEPR', 'RT']);
  });
});

describe('a cable as a message centre sent it', () => {
  const HEAD =
    'R 101200Z FEB 75\nFM AMEMBASSY STRELSAU\nTO SECSTATE WASHDC 7781\nBT\nUNCLAS STRELSAU 1190\nE.O. 11652: N/A\nTAGS: PINT, RT\nSUBJECT: NEW CABINET\n';
  /** The division without its head and its tail. */
  const body = (text: string): string => {
    const { output, findings } = convert(HEAD + text, { format: 'div' });
    expect(findings).toEqual([]);
    expect(compareTexts(HEAD + text, renderText(parseXml(output))).outcome).not.toBe('lost');
    return output.replace(/^[\s\S]*<\/head>\n/, '').replace(/\n<\/div>\s*$/, '');
  };

  it('has BT and its number for edges, below the address and at the end', () => {
    expect(convert(HEAD, { format: 'div' }).output).toContain(
      '<seg rendition="#left" type="to">TO SECSTATE WASHDC 7781</seg>\n<fw>BT</fw>\n<seg rendition="#left" type="classification">',
    );
    const end = `<p>2. NO SURPRISES.</p>
<closer>
<signed><persName><hi rend="strong">KUBISCH</hi></persName></signed>
</closer>
<fw>BT</fw>
<fw>#1190</fw>
<fw>NNNN</fw>`;
    expect(body('2. NO SURPRISES.\nKUBISCH\nBT\n#1190\nNNNN\n')).toBe(end);
    expect(body('2. NO SURPRISES.\n\nKUBISCH\nBT\n#1190\n\nNNNN\n')).toBe(end);
  });

  it('has lists in the entries of lists', () => {
    expect(
      body('1. HE SAID:\nA. ONE.\nB. TWO:\n(1) LEFT;\n(2) RIGHT.\nC. THREE.\n2. NO MORE.\n'),
    ).toBe(`<p>1. HE SAID:</p>
<list type="simple" rend="inline">
<label>A.</label>
<item>ONE.</item>
<label>B.</label>
<item>TWO:<list type="simple" rend="inline"><label>(1)</label><item>LEFT;</item><label>(2)</label><item>RIGHT.</item></list></item>
<label>C.</label>
<item>THREE.</item>
</list>
<p>2. NO MORE.</p>`);
    // One after the other.
    expect(body('1. HE SAID:\n- ONE.\n- TWO.\nA. LEFT.\nB. RIGHT.\n2. NO MORE.\n').match(/<list/g)).toHaveLength(2);
  });

  it('has tables where at least three lines share columns', () => {
    expect(
      body(
        '1. LEVELS ARE THESE:\n\n   UNIT        MEN     TANKS\n   28 DIV      9,000       0\n   TOTAL      20,500\n\n2. NO MORE.\n',
      ),
    ).toBe(`<p>1. LEVELS ARE THESE:</p>
<table rows="3" cols="3">
<row>
<cell>UNIT</cell>
<cell>MEN</cell>
<cell>TANKS</cell>
</row>
<row>
<cell>28 DIV</cell>
<cell>9,000</cell>
<cell>0</cell>
</row>
<row>
<cell>TOTAL</cell>
<cell>20,500</cell>
<cell></cell>
</row>
</table>
<p>2. NO MORE.</p>`);
    expect(body('1. THESE:\nUNIT     MEN\nFIRST CAVALRY     310\n2. NO MORE.\n')).toBe(
      '<p>1. THESE:</p>\n<p>UNIT     MEN<lb/>FIRST CAVALRY     310</p>\n<p>2. NO MORE.</p>',
    );
    expect(body('1. HE CAME.  HE\nSAW.  HE WON THE\nDAY.  AND HE LEFT.\n')).not.toContain('<table');
  });

  it('has lists inside entries that stand further out', () => {
    expect(
      body(
        '1. HE SAID:\n\n   (A) BACKFIRE IS NO ISSUE;\n\n   (B) MISSILES ARE;\n\n       (1) BY AIR, AND\n\n       (2) BY SEA.\n',
      ),
    ).toBe(`<p>1. HE SAID:</p>
<list type="simple" rend="inline">
<label>(A)</label>
<item>BACKFIRE IS NO ISSUE;</item>
<label>(B)</label>
<item>MISSILES ARE;<list type="simple" rend="inline"><label>(1)</label><item>BY AIR, AND</item><label>(2)</label><item>BY SEA.</item></list></item>
</list>`);
  });

  it('begins a page wherever it is numbered', () => {
    const section = 'PAGE 01        STRELS 01190  02 OF 02  101210Z\n\nUNCLAS SECTION 02 OF 02 STRELSAU 1190\n\n';
    const text = body(`1. ALL\nQUIET.\n\n${section}2. STILL.\n`);
    expect(text).toContain('<pb n="1" xml:id="d1pg_1"/>\n<fw>PAGE 01        STRELS 01190  02 OF 02  101210Z</fw>');
  });
});

describe('a cable of the department', () => {
  const head = (below: string, info = 'INFO AMEMBASSY BEAULIEU\n'): string =>
    `CONFIDENTIAL

PAGE 01        STRELS 02214  141230Z

53
ACTION EB-07

INFO  OCT-01  EUR-12  ISO-00  CAB-02  CIAE-00  COME-00  DODE-00

      INR-07  NSAE-00  SS-15  NSC-05  /060 W
                    ---------------------     104411
R 141100Z APR 76
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 5521
${info}C O N F I D E N T I A L STRELSAU 2214

${below}`;
  const LABELS = 'E.O. 11652: GDS\nTAGS: EAIR, RT\nSUBJECT: FLIGHTS\n\n';
  const written = (text: string): { output: string; document: ReturnType<typeof convert>['document'] } => {
    const { output, document, findings } = convert(text, { format: 'div' });
    expect(findings).toEqual([]);
    expect(compareTexts(text, renderText(parseXml(output))).outcome).not.toBe('lost');
    return { output, document };
  };
  const body = (text: string): string => written(head(LABELS + text)).output.replace(/^[\s\S]*<\/head>\n/, '');

  it('has its order, tags and subject below captions of any length', () => {
    const { output, document } = written(
      head(`C O R R E C T E D  C O P Y (PARA 2 LINE 4 OMISSION)

DEPARTMENT PLEASE PASS TO CIVIL AERONAUTICS BOARD AND FAA

${LABELS}1. NO CHANGE.
`),
    );
    expect(document.subjects).toEqual(['EAIR', 'RT']);
    expect(output).toContain('type="caption">C O R R E C T E D  C O P Y (PARA 2 LINE 4 OMISSION)</seg>');
    expect(output).toContain('<head>SUBJECT: FLIGHTS</head>');
  });

  it('has those of the cable that it repeats', () => {
    const { output, document } = written(
      head(
        `FOLLOWING TEL SENT ACTION SECSTATE INFO BEAULIEU REPEATED FOR YOU

QUOTE C O N F I D E N T I A L ZENDA 0112

${LABELS}1. NO CHANGE. HALE UNQUOTE VANBRUGH
`,
      ).replace('TO SECSTATE WASHDC 5521\n', ''),
    );
    expect(document.subjects).toEqual(['EAIR', 'RT']);
    expect(output).toContain('<p>1. NO CHANGE. HALE UNQUOTE</p>');
    expect(output).toContain('<signed><persName><hi rend="strong">VANBRUGH</hi></persName></signed>');
    // Addressed for information alone.
    expect(document.correspondence).toMatchObject({
      sent: { organisation: 'AMEMBASSY STRELSAU' },
      copied: ['AMEMBASSY BEAULIEU'],
    });
    expect(document.correspondence?.received).toBeUndefined();
  });

  it('has tags that blanks part', () => {
    const tags = (line: string): readonly string[] | undefined =>
      written(head(LABELS.replace('EAIR, RT', line))).document.subjects;
    expect(tags('EAIR RT US')).toEqual(['EAIR', 'RT', 'US']);
    expect(tags('PINT PFOR (SAPT, ANTON) RT')).toEqual(['PINT', 'PFOR (SAPT, ANTON)', 'RT']);
    expect(tags('N/A - SEE BELOW, RT')).toEqual(['RT']);
  });

  it('has rows of offices in one field', () => {
    expect(written(head(LABELS)).output).toContain(
      'INFO  OCT-01  EUR-12  ISO-00  CAB-02  CIAE-00  COME-00  DODE-00<lb/>INR-07  NSAE-00  SS-15  NSC-05  /060 W</seg>',
    );
  });

  it('has its addressees, over pages too, without relays and posts that are exempt', () => {
    const info = `INFO RUEHBL/AMEMBASSY BEAULIEU PRIORITY 51
ZEN/AMCONSUL ZENDA
CONFIDENTIAL

CONFIDENTIAL

PAGE 02        STRELS 02214  141230Z

USMISSION GENEVA
AIG 5182
XMT AMEMBASSY HARBOR
`;
    const { output, document } = written(head(LABELS, info));
    expect(document.correspondence?.copied).toEqual([
      'AMEMBASSY BEAULIEU',
      'AMCONSUL ZENDA',
      'USMISSION GENEVA',
      'AIG 5182',
    ]);
    expect(output).not.toContain('type="caption"');
  });

  it('goes on where a line begins with a number, an initial or a word of its sentence', () => {
    expect(
      body(`1. THE MINISTER RECEIVED OUR DELEGATION AT THE PALACE ON APRIL
12. HE SAID THAT HE HAD READ THE PROPOSALS WITH CARE AND THAT THE
U. S. SIDE HAD BEEN FAIR. WITH HIM WERE HIS DEPUTY AND MR. HUGH
R. TRENT. HE ASKED US TO LOOK AGAIN AT THE THIRD PART OF THE FIRST
SUMMARY OF THE TALKS.
2. NO MORE.
`),
    ).toBe(`<p>1. THE MINISTER RECEIVED OUR DELEGATION AT THE PALACE ON APRIL 12. HE SAID THAT HE HAD READ THE PROPOSALS WITH CARE AND THAT THE U. S. SIDE HAD BEEN FAIR. WITH HIM WERE HIS DEPUTY AND MR. HUGH R. TRENT. HE ASKED US TO LOOK AGAIN AT THE THIRD PART OF THE FIRST SUMMARY OF THE TALKS.</p>
<p>2. NO MORE.</p>
</div>
`);
  });

  it('has paragraphs whose numbers stand close', () => {
    expect(body('1.(C) ENTIRE TEXT.\n2.SUMMARY: NONE.\n')).toContain(
      '<p>1.(C) ENTIRE TEXT.</p>\n<p>2.SUMMARY: NONE.</p>',
    );
  });

  it('has lists by numbers, Roman ones inside letters, that go on over pages', () => {
    expect(
      body(`1. HE ASKED:
(A) FOR LEAVE
   (I) TO LAND, AND
   (II) TO LEAVE;
(B) FOR FUEL;
CONFIDENTIAL

CONFIDENTIAL

PAGE 02        STRELS 02214  141230Z

(C) FOR NOTHING ELSE.
2. WE ASKED:
1) WHEN;
2) WHERE.
`),
    ).toBe(`<p>1. HE ASKED:</p>
<list type="simple" rend="inline">
<label>(A)</label>
<item>FOR LEAVE<list type="simple" rend="inline"><label>(I)</label><item>TO LAND, AND</item><label>(II)</label><item>TO LEAVE;</item></list></item>
<label>(B)</label>
<item>FOR FUEL;</item>
<fw>CONFIDENTIAL</fw>
<fw>CONFIDENTIAL</fw>
<pb n="2" xml:id="d1pg_2"/>
<fw>PAGE 02        STRELS 02214  141230Z</fw>
<label>(C)</label>
<item>FOR NOTHING ELSE.</item>
</list>
<p>2. WE ASKED:</p>
<list type="simple" rend="inline">
<label>1)</label>
<item>WHEN;</item>
<label>2)</label>
<item>WHERE.</item>
</list>
</div>
`);
    expect(body('1. THESE:\n(G) A;\n(H) B;\n(I) C;\n(J) D.\n').match(/<list/g)).toHaveLength(1);
  });

  it('has paragraphs whose first lines are set in', () => {
    expect(
      body(`THE CABINET MET AT NOON AND DECIDED ON NOTHING AT ALL ABOUT THE
HARBOR OR THE RIVER.
  THE KING, WHO HAD COME BACK FROM ZENDA IN THE NIGHT, WAS
NOT PLEASED.
`),
    ).toMatch(/RIVER.<\/p>\n<p>THE KING/);
  });

  it('has no lists where a sentence counts', () => {
    expect(
      body(
        '1. HE SAID THAT (A) HE WOULD COME TO THE HARBOR AT NOON, (B) HE WOULD\nNOT SPEAK, AND\n(C) HE WOULD RETURN.\n',
      ),
    ).toBe(
      '<p>1. HE SAID THAT (A) HE WOULD COME TO THE HARBOR AT NOON, (B) HE WOULD NOT SPEAK, AND (C) HE WOULD RETURN.</p>\n</div>\n',
    );
    expect(body('A. RAILWAY.\nI. ZENDA;\nII. HENTZAU.\nB. FISH.\n').match(/<list/g)).toHaveLength(2);
  });

  it('has its signature above notes of the communications office, markings of copies and garbles', () => {
    expect(body('1. NO.\nHALE\nNOTE BY OC/T: AS RECEIVED.\n')).toContain('>HALE</hi></persName></signed>\n<seg');
    expect(body('1. NO.\n\nHALE##\n\nCONFIDENTIAL POSS DUPE\n')).toContain('>HALE##</hi>');
    expect(body('1. NO.\nC. WEATHER.\n')).not.toContain('<signed');
    expect(body('1. NO.\n\nWE AGREE.\n')).not.toContain('<signed');
    expect(body('1. NO.\n\nHALE JR.\n')).toContain('<signed');
  });

  it('has no entries where the United States stand first', () => {
    expect(
      body(
        '1. THE AMBASSADOR SPOKE FOR AN HOUR OF THE RIVER AND OF THE LOAN.\nU. S. WISHES WERE CLEAR.\nU. S. LAW, TOO.\n',
      ),
    ).toBe(
      '<p>1. THE AMBASSADOR SPOKE FOR AN HOUR OF THE RIVER AND OF THE LOAN. U. S. WISHES WERE CLEAR. U. S. LAW, TOO.</p>\n</div>\n',
    );
    expect(body('1. YES.\n\nU.S. LAW IS CLEAR.\n\nU.S. WISHES, TOO.\n')).not.toContain('<list');
  });

  it('keeps short lines', () => {
    expect(
      body('1. THERE WERE\n\nMARSHAL STRAKENCZ - CHAIR\nCOUNT SAPT - MEMBER\nDR. HENTZAU - CLERK\n\n2. NO MORE.\n'),
    ).toContain('<p>MARSHAL STRAKENCZ - CHAIR<lb/>COUNT SAPT - MEMBER<lb/>DR. HENTZAU - CLERK</p>');
  });

  it('has the archive’s data below a further section that has no text', () => {
    const text = `${LABELS}1. NO.\n\nPAGE 01        STRELS 01234  02 OF 02 011915Z\n\nMessage Attributes\n\nPage Count: 1\n`;
    expect(written(head(text)).output).toMatch(/<fw>PAGE 01.*\n<frus:attachment>\n<head>Message Attributes/);
  });

  it('has what its head said for an edge where a further section says it again', () => {
    const captions = `FOR POLAD\n\n${LABELS}`;
    const { output } = written(
      head(`${captions}1. NO CHANGE IN
CONFIDENTIAL

NNNNMAFVVZCZC

CONFIDENTIAL

PAGE 01        STRELS 02214  02 OF 02  141235Z

R 141100Z APR 76
FM AMEMBASSY STRELSAU
C O N F I D E N T I A L SECTION 02 OF 02 STRELSAU 2214

${captions}THE CAPITAL.
HALE
CONFIDENTIAL

*** Current Classification *** UNCLASSIFIED
`),
    );
    expect(output).toContain('<p>1. NO CHANGE IN <fw>CONFIDENTIAL</fw> <fw>NNNNMAFVVZCZC</fw>');
    expect(output).toContain('<fw>SUBJECT: FLIGHTS</fw> THE CAPITAL.</p>');
    expect(output.match(/<p>/g)).toHaveLength(1);
    expect(output).toContain('>HALE</hi>');
  });

  it('has the archive’s data whose values go on', () => {
    const { output } = written(
      head(`${LABELS}1. NO.\n\nMessage Attributes\n\nConcepts: FLIGHTS,\n HARBORS\nPage Count: 1\nMarkings: Declassified/Released
 14 APR 2006\n`),
    );
    expect(output).toContain('<item>Concepts: FLIGHTS, HARBORS</item>\n<item>Page Count: 1</item>');
    expect(output).toContain('<item>Markings: Declassified/Released 14 APR 2006</item>');
  });

  it('is signed in small letters, or below a line without a stop', () => {
    expect(body('1. No change in the capital.\nHale\n')).toContain('>Hale</hi>');
    expect(body('1. PRICES: RYE . . . 11.00\nHALE\n')).toContain('>HALE</hi>');
  });

  it('has its signature apart from the classification in the same line, and from the sentence before', () => {
    for (const end of [
      'HALE UNCLASSIFIED',
      'HALE\nUNCLASSIFIED',
      'HE LEFT. HALE  TOP SECRET',
      'MESSAGE DELIVERED. HALE\n',
    ]) {
      const output = body(`1. NO CHANGE IN THE CAPITAL.\n${end}\n\nNNNN\n`);
      expect(output).toContain(
        '<closer>\n<signed><persName><hi rend="strong">HALE</hi></persName></signed>\n</closer>',
      );
      expect(output).not.toMatch(/<p>[^<]*(?:CLASS|SECRET)/);
    }
    const line = '1. THE REPORT OF THE DELEGATION TO THE HARBOR CONFERENCE';
    expect(body(`${line}\nREMAINS SECRET\n`)).toContain(`<p>${line} REMAINS SECRET</p>`);
  });

  it('has reftels for references', () => {
    expect(written(head('REFTELS: (A) STATE 141\n(B) ZENDA 99\n\n1. NO.\n')).output).toContain(
      '<list type="references" rend="inline">\n<head>REFTELS:</head>\n<item>(A) STATE 141</item>\n<item>(B) ZENDA 99</item>',
    );
  });

  it('has the head of another that follows as text, and keeps its own facts', () => {
    const one = head(`${LABELS}1. NO.\nHALE\n\nNNNN\n`);
    const other = one
      .replace('141100Z', '150900Z')
      .replace(/^TO .*/m, 'TO AMEMBASSY BEAULIEU')
      .replace('1. NO.', '1. YES.');
    const { output, document } = convert(one + other, { format: 'div' });
    expect(document.correspondence).toEqual(convert(one).document.correspondence);
    expect(output).toContain('<p>TO AMEMBASSY BEAULIEU</p>');
    expect(output).toContain('<p>SUBJECT: FLIGHTS</p>\n<p>1. YES.</p>');
    expect(output).not.toContain('<fw>FM');
  });

  it('is told if another follows', () => {
    const codes = (text: string): string[] =>
      convert(text)
        .document.diagnostics.filter(({ severity }) => severity === 'warning')
        .map(({ code }) => code);
    const one = head(`${LABELS}1. NO.\nHALE\n\n<< END OF DOCUMENT >>\n`);
    expect(codes(one)).toEqual([]);
    expect(codes(one + one.replace('141100Z', '150900Z'))).toEqual(['cable-another']);
    expect(codes(read('border-talks.txt'))).toEqual([]);
  });
});

describe('recognition', () => {
  it('takes a form feed and CRLF', () => {
    expect(genreOf(read('harbor-loan.txt').replaceAll('\n', '\r\n').replace('PAGE', '\fPAGE'))).toBe('cable');
  });
  it('takes copies in small letters', () => {
    const sent = read('harbor-loan.txt');
    const small = sent.replace(/^[\s\S]*(?=<< END)/, (text) => text.toLowerCase());
    const [upper, lower] = [sent, small].map((text) => convert(text, { persons: 'none' }));
    expect(lower!.document.correspondence).toEqual(upper!.document.correspondence);
    expect(lower!.document.subjects).toEqual(upper!.document.subjects);
    const shape = (xml: string): string => xml.replace(/<\/?(?:hi|persName)\b[^>]*>/g, '').toLowerCase();
    expect(shape(lower!.output)).toBe(shape(upper!.output));
  });
  it('takes copies in letters of both kinds as they are', () => {
    const text =
      'ACTION NODS-00\nFM Amembassy Strelsau\nTO Secstate Washington\nE.O. 11652: GDS\nTAGS: PFOR, RT\n\n1. All is quiet.\nSapt\n';
    expect(convert(text).document.correspondence).toMatchObject({
      sent: { organisation: 'Amembassy Strelsau' },
      received: { organisation: 'Secstate Washington' },
    });
  });
  it('leaves edited telegrams alone', () => {
    const edited =
      '38. Telegram From the Embassy in Ruritania1\n\nStrelsau, August 1, 1975, 1830Z.\n\n1234. Subject: Loan.\n';
    expect(genreOf(edited)).toBe('telegram');
  });
  it.skipIf(!existsSync(corpusFolder()))('leaves the edition alone (skipped where the corpus is missing)', () => {
    const volumes = corpusVolumes(corpusFolder()).filter((_, i) => i % 8 === 1);
    for (const volume of volumes) {
      for (const { id, text } of readVolume(corpusFolder(), volume)) {
        if (/^FM |\d{6}Z [A-Z]{3} \d\d/m.test(text)) expect([volume, id, genreOf(text)]).not.toContain('cable');
      }
    }
  });
});

test('a paragraph goes on below very many edges', () => {
  const line = { from: 0, start: 0, end: 0, to: 0, chunk: 0, bullet: false };
  const parts = new Parts([]);
  parts.begin('paragraph', line, '1. HE WOULD');
  for (let i = 0; i < 200_000; i++) parts.hold(line);
  parts.body(line, 'COME.', false, false);
  expect(parts.parts.map(({ lines }) => lines.length)).toEqual([200_002]);
});

test('very many first pages, and a line of very many words, end', () => {
  const sent = read('harbor-loan.txt');
  expect(genreOf(`${sent}${'PAGE 01 STRELS 04321 01 OF 01 111011Z\n1. NO.\n'.repeat(20_000)}`)).toBe('cable');
  expect(genreOf(`${sent.replace(/<< END[\s\S]*/, '')}1. ${"A'B-".repeat(75_000)} .`)).toBe('cable');
});

test('date-time groups', () => {
  expect(readTimeGroup('P R 092248Z SEP 77 ZFF4')).toEqual({ start: 4, end: 18, when: '1977-09-09T22:48:00+00:00' });
  expect(readTimeGroup('O 312400Z JUN 75')).toBeUndefined();
  expect(readTimeGroup('O 011200Z XXX 75')).toBeUndefined();
});

it('loses nothing of a garbled cable, and stays valid', () => {
  const text = fc.constantFrom(...cables.map(read));
  const harm = fc.array(
    fc.tuple(fc.nat(4000), fc.nat(40), fc.constantFrom('', '\n', '\n\n', '#####', 'PAGE 02', 'SECRET')),
    {
      maxLength: 6,
    },
  );
  const garbled = fc
    .tuple(text, harm)
    .map(([whole, wounds]) =>
      wounds.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), whole),
    );
  fc.assert(
    fc.property(garbled, (t) => {
      const { output, findings } = convert(t, { format: 'div' });
      return findings.length === 0 && compareTexts(t, renderText(parseXml(output))).outcome !== 'lost';
    }),
    { numRuns: runs(150) },
  );
});

it('reads a cable of which nothing but an edge stands above the archive’s data', () => {
  const text = 'PAGE 01        STRELS 01234  011915Z\nMessage Attributes\nFM AMEMBASSY STRELSAU\nTO SECSTATE WASHDC\n';
  const { output, findings, document } = convert(text, { format: 'div' });
  expect(document.genre).toBe('cable');
  expect(findings).toEqual([]);
  expect(output).toContain('<fw>PAGE 01        STRELS 01234  011915Z</fw>\n<frus:attachment>');
});

describe('house rules', () => {
  for (const name of cables) {
    test(`leave ${name} as it was sent`, () => {
      const { output } = convert(read(name), { name });
      expect(validate(output, { profile: 'frus' })).toEqual([]);
      // The same text in a document that editors prepared.
      const edited = output.replaceAll(/ type="(?:from|tags)"/g, '');
      expect(validate(edited, { profile: 'frus' }).map(({ rule }) => rule)).toContain('document-id');
    });
  }
});

describe('a head that programs misread', () => {
  const damaged = (text: string): string =>
    text
      .replace(/^PAGE 01/gm, 'PAGE 0l')
      .replace(/^(?:[A-Z] )*\d{6}Z/m, (group) => group.replaceAll('1', 'l').replaceAll('0', 'O'))
      .replace(/^E\.O\. 11652/m, 'E.O. ll652')
      .replace(/^(TAGS|SUBJECT|SUBJ):/gm, '$1;');

  test.each(cables)('%s', (name) => {
    const text = damaged(read(name));
    expect(text).toMatch(/^(?:[A-Z] )*[\dlO]{6}Z/m);
    const { document, output, diagnostics } = convert(text);
    expect(document.genre).toBe('cable');
    const parts = (tei: string): string[] => tei.match(/<(?:seg|head|pb|p|item|signed)\b[^>]*/g) ?? [];
    expect(parts(output)).toEqual(parts(convert(read(name)).output));
    expect(document.subjects).toEqual(convert(read(name)).document.subjects);
    const moment = (tei: string): string | undefined => /date when="[^"]*"/.exec(tei)?.[0];
    expect(moment(output)).toBe(moment(convert(read(name)).output));
    // The words stay as they are.
    expect(compareTexts(text, renderText(parseXml(output))).outcome).toBe('layout');
    expect(diagnostics.map(({ code }) => code)).toContain('cable-misread');
  });
});
