import { expect, test } from 'vitest';
import { loadModel } from '../src/model.js';
import { GENRES, namedGenreOf } from '../src/read/genres/index.js';

test('models know genres by their names', () => {
  const { weights } = loadModel<{ readonly weights: object }>('blocks');
  const unknown = GENRES.filter(({ name }) => !Object.hasOwn(weights, `genre=${name}`));
  // Of these they have seen too few.
  expect(unknown.map(({ name }) => name)).toEqual(['treaty', 'transcript']);
});

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
  [['3. Transcript of Telephone Conversation Between the Secretary of State and Mr. Berg1'], 'transcript'],
  [['Telephone Conversation Between the President and Senator Dale1'], 'transcript'],
  [['Memorandum of Telephone Conversation Between the Secretary of State and Mr. Berg1'], 'conversation'],
  [['Record of Conversation1'], 'conversation'],
  [['Record of a Telephone Conversation Between Mr. Berg and the Minister'], 'conversation'],
  [['Record of Conversations Held at the Meeting of the Council'], 'conversation'],
  [['9. Backchannel Message From the President’s Assistant (Berg) to the Ambassador to Ruritania (Dale)1'], 'message'],
  [['Backchannel Message 176 From the Ambassador to Ruritania (Dale) to Secretary of State Berg'], 'message'],
  [['Oral Note From the Ruritanian Ambassador (Zenda) to the President'], 'note'],
  [['Operations Memorandum From the Embassy in Ruritania to the Department of State'], 'memorandum'],
  [['Circular Airgram From the Department of State to All Posts1'], 'airgram'],
  [['Circular Telegram From the Department of State to All Posts1'], 'circular-telegram'],
  [['The Minister in Ruritania (Rassendyll) to the Secretary of State'], 'correspondence'],
  [['Joint Staff Minutes'], 'minutes'],
  [['Secretary’s Notes of a Conversation Held in M. Sapt’s Room'], 'conversation'],
  [['President Berg to Marshal Sapt'], 'correspondence'],
  [['Berg Papers: Telegram', 'President Berg to Marshal Sapt'], 'telegram'],
  [['The Secretary of State to Diplomatic and Consular Officers in Ruritania'], 'correspondence'],
  [['The Secretary’s Trip to Strelsau'], 'document'],
  [['Letter Transmitting the Minutes'], 'letter'],
  [['Memorandum Enclosing Draft Minutes'], 'memorandum'],
  [['The Embassy Site: Access to Water'], 'document'],
  [['The Road to Zenda'], 'document'],
])('%j is %s', (opening, name) => {
  expect(namedGenreOf(opening).name).toBe(name);
});
