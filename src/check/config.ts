/** `teigram.config.json`, or `"teigram"` in package.json: which rules run and how much they weigh. */

import { dirname, resolve } from 'node:path';
import { lilconfigSync } from 'lilconfig';
import { globsFrom } from '../globs.js';
import { wordsOfJsonFault } from '../json-fault.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { isOfRun } from './isolate.js';
import type { RuleSetting } from './rule-setting.js';
import { PROFILES, type Profile } from './rules/rule.js';
import type { CheckSettings } from './settings.js';

/** Paths and globs are absolute once read. */
export interface Config {
  /** Left out: `frus` for what looks like a FRUS volume or document, else `tei`. */
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly schema?: readonly string[];
  readonly schematron?: readonly string[];
  /** Lists of known volumes and ids. */
  readonly known?: readonly string[];
  /** Globs of files that are left out where a folder or glob has them. */
  readonly ignore?: readonly string[];
  /** Names in `rules` that are none of ours, and that no rules of this run have: those of other documents may. */
  readonly unheard?: readonly string[];
}

/** A configuration that can't be used; the message names the file and what is wrong in it. */
export class ConfigError extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(`${file}: ${message}`);
    this.name = 'ConfigError';
  }
}

const PATHS = ['schema', 'schematron', 'known', 'ignore'] as const;

/**
 * The configuration for a folder: the nearest one in it or above. `file` names one outright; `given` are grammars and rules
 * besides its own, whose tests its settings may name, as they may name those of the rules that `documents` name.
 *
 * @throws ConfigError if it can't be read, is not JSON, or names a rule or setting that there isn't.
 */
export async function readConfig(
  folder: string,
  file?: string,
  given: Files = {},
  documents?: Documents,
): Promise<{ config: Config; file?: string }> {
  const searcher = lilconfigSync('teigram', {
    searchPlaces: ['teigram.config.json', 'package.json'],
    packageProp: 'teigram',
    // Its own loader is require(), which keeps the first text for ever.
    loaders: { '.json': parsed },
    cache: false,
  });
  let found: ReturnType<typeof searcher.search>;
  try {
    found = file === undefined ? searcher.search(folder) : searcher.load(resolve(folder, file));
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError(file ?? folder, (error as Error).message);
  }
  if (!found || found.isEmpty || found.config === undefined) return { config: {} };
  return { config: await checked(found.config, found.filepath, given, documents), file: found.filepath };
}

function parsed(file: string, text: string): unknown {
  const json = withoutByteOrderMark(text);
  const fault = wordsOfJsonFault(json);
  if (fault === undefined) return JSON.parse(json);
  throw new ConfigError(file, `not JSON: ${fault}`);
}

type Files = Pick<CheckSettings, 'schema' | 'schematron'>;
/** Paths of the documents that will be checked; asked for where nothing else knows a name. */
type Documents = () => Promise<readonly string[]>;

async function checked(raw: unknown, file: string, named: Files, documents?: Documents): Promise<Config> {
  const fail = (message: string): never => {
    throw new ConfigError(file, message);
  };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fail('the configuration is not an object');
  const given = raw as Record<string, unknown>;
  for (const key of Object.keys(given)) {
    if (!['$schema', 'profile', 'rules', ...PATHS].includes(key)) fail(`there is no setting “${key}”`);
  }
  const { profile, rules } = given;
  if (profile !== undefined && !PROFILES.includes(profile as Profile))
    fail(`“profile” is one of ${PROFILES.join(', ')}`);
  if (rules !== undefined && (typeof rules !== 'object' || rules === null || Array.isArray(rules)))
    fail('“rules” is an object');
  const paths: Record<string, string[]> = {};
  for (const key of PATHS) {
    if (given[key] === undefined) continue;
    const list = [given[key]].flat();
    const what = key === 'ignore' ? 'glob' : 'file name';
    if (!list.every((each) => typeof each === 'string')) fail(`“${key}” is a ${what}, or a list of them`);
    const folder = dirname(file);
    const files = list as string[];
    paths[key] = key === 'ignore' ? await globsFrom(folder, files) : files.map((each) => resolve(folder, each));
  }
  const told = rules === undefined ? {} : await toldOfRules(rules as object, [named, paths], documents);
  if (told.wrong !== undefined) fail(told.wrong);
  return {
    ...(profile === undefined ? {} : { profile: profile as Profile }),
    ...(rules === undefined ? {} : { rules: rules as Record<string, RuleSetting> }),
    ...paths,
    ...(told.unheard?.length ? { unheard: told.unheard } : {}),
  };
}

interface ToldOfRules {
  readonly wrong?: string | undefined;
  /** Names that nothing knows: none where there are no documents that might. */
  readonly unheard?: readonly string[];
}

/** What is wrong with settings of rules. All rules are loaded by it, and Schematron where a name is no rule's. */
async function toldOfRules(rules: object, files: readonly Files[], documents?: Documents): Promise<ToldOfRules> {
  const { isElsewhere, misspelt, wrongRule } = await import('./valid-rules.js');
  const elsewhere = Object.keys(rules).filter(isElsewhere);
  if (elsewhere.length === 0) return { wrong: wrongRule(rules, () => new Set()) };
  const { testIds, testIdsNamedBy } = await import('./schematron/test-ids.js');
  try {
    const own = new Set(files.flatMap((some) => [...testIds(some)]));
    if (!documents || elsewhere.every((id) => own.has(id))) return { wrong: wrongRule(rules, () => own) };
    for (const id of testIdsNamedBy(await documents())) own.add(id);
    const unheard = elsewhere.filter((id) => !own.has(id));
    for (const id of unheard) {
      const meant = misspelt(id, own);
      if (meant !== undefined) return { wrong: `there is no rule “${id}”; did you mean “${meant}”?` };
    }
    return { wrong: wrongRule(rules, () => new Set([...own, ...unheard])), unheard };
  } catch (error) {
    if (isOfRun(error)) return { wrong: error.message };
    throw error;
  }
}
