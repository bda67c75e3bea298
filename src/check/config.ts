/** `teigram.config.json`, or `"teigram"` in package.json: which rules run and how much they weigh. */

import { dirname, resolve } from 'node:path';
import { lilconfigSync } from 'lilconfig';
import type { RuleSetting } from './rule-setting.js';
import { PROFILES, type Profile } from './rules/rule.js';

/** Paths are absolute once read. */
export interface Config {
  /** Left out: `frus` for what looks like a FRUS volume or document, else `tei`. */
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly schema?: readonly string[];
  readonly schematron?: readonly string[];
  /** Lists of known volumes and ids. */
  readonly known?: readonly string[];
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

const PATHS = ['schema', 'schematron', 'known'] as const;

/**
 * The configuration for a folder: the nearest one in it or above. `file` names one outright.
 *
 * @throws ConfigError if it can't be read, is not JSON, or names a rule or setting that there isn't.
 */
export async function readConfig(folder: string, file?: string): Promise<{ config: Config; file?: string }> {
  const searcher = lilconfigSync('teigram', {
    searchPlaces: ['teigram.config.json', 'package.json'],
    packageProp: 'teigram',
    // Its own loader is require(), which keeps the first text for ever.
    loaders: { '.json': (_path, text) => JSON.parse(text) },
    cache: false,
  });
  let found: ReturnType<typeof searcher.search>;
  try {
    found = file === undefined ? searcher.search(folder) : searcher.load(resolve(folder, file));
  } catch (error) {
    throw new ConfigError(file ?? folder, (error as Error).message);
  }
  if (!found || found.isEmpty || found.config === undefined) return { config: {} };
  return { config: await checked(found.config, found.filepath), file: found.filepath };
}

async function checked(raw: unknown, file: string): Promise<Config> {
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
  // All rules are loaded by it: only where a rule is named.
  const wrong = rules === undefined ? undefined : (await import('./valid-rules.js')).wrongRule(rules as object);
  if (wrong !== undefined) fail(wrong);
  const paths: Record<string, string[]> = {};
  for (const key of PATHS) {
    if (given[key] === undefined) continue;
    const list = [given[key]].flat();
    if (!list.every((each) => typeof each === 'string')) fail(`“${key}” is a file name, or a list of them`);
    paths[key] = (list as string[]).map((each) => resolve(dirname(file), each));
  }
  return {
    ...(profile === undefined ? {} : { profile: profile as Profile }),
    ...(rules === undefined ? {} : { rules: rules as Record<string, RuleSetting> }),
    ...paths,
  };
}
