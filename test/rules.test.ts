import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../src/check/fix/edits.js';
import { RULES } from '../src/check/rules/index.js';
import { runRules } from '../src/check/rules/run.js';

const NOT_RULES = [
  'cables',
  'characters',
  'sequence',
  'disable',
  'entry',
  'flow',
  'line-up',
  'index',
  'mojibake',
  'linking',
  'months',
  'moment',
  'page',
  'pointer',
  'profile',
  'rule',
  'run',
  'traits',
  'tree',
];

describe('house rules', () => {
  it('are a file each, named as they are', () => {
    const files = readdirSync(new URL('../src/check/rules', import.meta.url))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, -3))
      .filter((name) => !NOT_RULES.includes(name));
    expect(RULES.map((rule) => rule.id)).toEqual(files.sort());
  });

  for (const rule of RULES) {
    const found = (xml: string) =>
      runRules(xml, { profile: rule.profile, rules: [{ rule, severity: rule.severity }], known: () => true }).findings;

    describe(rule.id, () => {
      it('finds what is wrong in the wrong example', () => {
        const findings = found(rule.wrong);
        expect(findings.length).toBeGreaterThan(0);
        for (const finding of findings) {
          expect(finding).toMatchObject({ rule: rule.id, severity: rule.severity, line: 1 });
          expect(finding.endOffset).toBeGreaterThan(finding.offset!);
          expect(finding.message).not.toMatch(/undefined|NaN|\.$/);
        }
      });

      it('finds nothing in the right example', () => {
        expect(found(rule.right)).toEqual([]);
      });

      it('remembers nothing of a file in the next one', () => {
        const rules = [{ rule, severity: rule.severity }];
        const inTurn = [rule.wrong, rule.right, rule.wrong].map(
          (xml) => runRules(xml, { profile: rule.profile, rules, known: () => true }).findings,
        );
        expect(inTurn).toEqual([found(rule.wrong), [], found(rule.wrong)]);
      });

      if (rule.fixes) {
        it('mends the wrong example into the right one', () => {
          const { text } = applyEdits(rule.wrong, found(rule.wrong));
          expect(found(text)).toEqual([]);
          expect(text).toBe(rule.right.replace(/, on 1955-08-01.*0100| \. \. \. at.*cost/, ''));
        });
      } else {
        it('makes no fix that it does not promise', () => {
          expect(found(rule.wrong).some(({ fix }) => fix)).toBe(false);
        });
      }
    });
  }
});
