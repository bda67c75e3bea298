/** The samples and what convert makes of them, side by side in `samples/`. UPDATE=1 rewrites the TEI. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convert } from '../src/convert.js';
import { VERSION } from '../src/version.js';

const SAMPLES = join(import.meta.dirname, '../samples');
const read = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');
const authority = readAuthority([{ name: 'lists.xml', text: read('lists.xml') }]);
const steady = (xml: string): string => xml.replace(`version="${VERSION}"`, 'version="…"');

describe('samples', () => {
  for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.txt'))) {
    test(name, () => {
      const { output, findings } = convert(read(name), { name, volume: 'frus1955-57v99', authority });
      expect(findings).toEqual([]);
      const target = name.replace('.txt', '.xml');
      if (process.env.UPDATE) writeFileSync(join(SAMPLES, target), output);
      else expect(steady(output)).toBe(steady(read(target)));
    });
  }
});
