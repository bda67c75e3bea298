/** Names of rules that `--only` can't mean. */

import { layerWhy } from '../check/layers.js';
import { testIds, testIdsNamedBy } from '../check/schematron/test-ids.js';
import type { CheckSettings } from '../check/settings.js';
import { isElsewhere } from '../check/valid-rules.js';
import { CommandError } from './terminal.js';

/** @throws CommandError where one is the name of no rule and of no Schematron test, be it of the settings or of what the documents name. */
export function refuseUnknown(rules: readonly string[], settings: CheckSettings, documents: readonly string[]): void {
  const elsewhere = rules.filter((rule) => isElsewhere(rule) && layerWhy(rule) === undefined);
  if (elsewhere.length === 0) return;
  const tests = testIds(settings);
  if (elsewhere.every((rule) => tests.has(rule))) return;
  for (const id of testIdsNamedBy(documents)) tests.add(id);
  const unknown = elsewhere.find((rule) => !tests.has(rule));
  if (unknown === undefined) return;
  throw new CommandError(
    `--only: there is no rule “${unknown}”, and no Schematron test of that id in the files that are named`,
    '--explain without a name lists the rules',
  );
}
