import { expect, test } from 'vitest';
import { genreOf } from '../src/read/genres/index.js';

test.each([
  [['7. Telegram From the Embassy in Ruritania to the Department of State1'], 'telegram'],
  [['[3] National Intelligence Estimate1', 'NIE 10–55'], 'estimate'],
  [['Editorial Note2'], 'editorial-note'],
  [['12. Joint Communiqué1'], 'press-release'],
  [['12. Memorandum of Conversation1'], 'conversation'],
  [['12.  Memorandum\u00a0of  Conversation1'], 'conversation'],
  [['Notes of a Meeting1', 'Strelsau, April 2, 1957.'], 'minutes'],
  [['Protocol to the Treaty of Guarantee1'], 'treaty'],
  [['Memorandum for the Record1'], 'memorandum'],
  [['Policy Planning Staff Files', 'Report by the Policy Planning Staff'], 'report'],
  [
    ['501.BD–Border Rights/3–2448', 'The Minister in Ruritania (Rassendyll) to the Secretary of State'],
    'correspondence',
  ],
  [['Lot 65 A 987, Box 104', 'Minutes of the Meeting of the Council'], 'minutes'],
  [['What the Duke Said1'], 'document'],
])('%j is %s', (opening, name) => {
  expect(genreOf(opening).name).toBe(name);
});
