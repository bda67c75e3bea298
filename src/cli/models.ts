/** `--models`: other models than those that come with teigram. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useModels } from '../model.js';
import { VERSION } from '../version.js';
import { fileError } from './files.js';
import { CommandError } from './terminal.js';

/** @throws CommandError where the folder holds none that this version can use */
export function chooseModels(folder: string): void {
  let model: { adapted?: { teigram?: string } };
  try {
    model = JSON.parse(readFileSync(join(folder, 'persons.json'), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new CommandError(`${folder}: holds no models`, 'teigram train writes them');
    throw fileError(join(folder, 'persons.json'), error);
  }
  const by = model.adapted?.teigram;
  if (by !== undefined && by !== VERSION)
    throw new CommandError(`${folder}: made by teigram ${by}, this is ${VERSION}`, 'run teigram train again');
  useModels(resolve(folder));
}
