/** Opener matter: classification, precedence, serial numbers, the salute; together with the dateline one `opener`. */

import type { Grouping } from './grouping.js';
import { type Sign, sign } from './sign.js';

export const OPENER: readonly Sign[] = [
  sign(
    'secrecy',
    /\b(?:top secret|secret|confidential|restricted|unclassified|official use only|eyes only|sensitive|nodis|exdis|limdis|noforn|codeword|plain|personal)\b/i,
    80,
  ),
  sign(
    'onlySecrecy',
    /^(?:(?:top )?secret|confidential|restricted|unclassified|limited official use(?: only)?|official use only|plain|personal)\W*(?:security information)?$/i,
    60,
  ),
  sign(
    'precedence',
    /\b(?:urgent|priority|niact|immediate|routine|flash|rush|operational immediate|us urgent|triple)\b/i,
    80,
  ),
  sign(
    'dear',
    /^(?:My )?dear\b|^(?:Sir|Sirs|Gentlemen|Excellency|Madam)\b\W*$|^Your Excellency|^Mr\. (?:Secretary|President|Chairman|Minister)[:,]/i,
    100,
  ),
  sign(
    'salutation',
    /^(?:ladies|gentlemen|mr\. |fellow |members |distinguished ).*(?:gentlemen|citizens|friends|colleagues|members)\W*$/i,
    160,
  ),
  sign('serial', /^(?:No|Nr|Serial|Ref|File|Issue|Document|Report)\b\W? ?(?:No\. ?)?[\w/–-]*\d/i, 60),
];

export const opener: Grouping = {
  labels: ['dateline', 'seg', 'salute'],
  make: (_, run) => ({ type: 'opener', children: run.map((piece) => piece.block) }),
};
