/** `--models`: other models than those that come with teigram. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelsFolder, useModels } from '../model.js';
import { VERSION } from '../version.js';
import { fileError } from './files.js';
import { CommandError } from './terminal.js';

type Model = Readonly<Record<string, unknown>>;

/** @throws CommandError where the file can't be read or is no JSON */
function read(path: string): Model {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) throw new CommandError(`${path}: is no model`, 'teigram train writes them');
    throw fileError(path, error);
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

/** Whether a model has all members that the package's own has, each of its kind. */
const isLike = (model: Model, own: Model): boolean =>
  Object.entries(own).every(([name, value]) => kindOf(model[name]) === kindOf(value));

/** @throws CommandError where the folder holds none that this version can use */
export function chooseModels(folder: string): void {
  const { adapted } = read(join(folder, 'persons.json')) as { adapted?: { teigram?: string } };
  const by = adapted?.teigram;
  if (by !== undefined && by !== VERSION)
    throw new CommandError(`${folder}: made by teigram ${by}, this is ${VERSION}`, 'run teigram train again');
  const own = modelsFolder();
  for (const name of readdirSync(own).filter((file) => file.endsWith('.json')))
    if (!isLike(read(join(folder, name)), read(join(own, name))))
      throw new CommandError(`${join(folder, name)}: is no model of this kind`, 'run teigram train again');
  useModels(resolve(folder));
}
