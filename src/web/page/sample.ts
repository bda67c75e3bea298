/** A document to try with, invented. */
export const SAMPLE = `7. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, April 3, 1957—noon.

915. Your 7122 and 715.3 Foreign Minister said King would receive me Friday. He hoped we would not press matter of air base at Zenda before elections.4

I believe Department should wait.

Rassendyll
  1. Source: Department of State, Central Files, 611.88/4–357. Secret.
  2. Telegram 712, April 1, asked when the Ambassador would see the King.
  3. Not found.
  4. The elections were held on May 12.
`;
