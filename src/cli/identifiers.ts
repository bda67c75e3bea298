/** Identifiers of volumes and documents: their forms, and the defaults that paths give. */

import { basename, dirname, resolve } from 'node:path';
import { NAME } from '../xml/characters.js';
import { CommandError } from './terminal.js';

/** The Office of the Historian's names of volumes: `frus1955-57v23p1`, `frus1952-54Guat`, `frus1969-76ve05p2`, `frus1914Supp`. */
const VOLUME = /^frus\d{4}(?:-\d{2,4})?(?:[A-Za-z][A-Za-z0-9-]*)?$/;

export const isVolume = (id: string): boolean => VOLUME.test(id);

/** Whether it could stand in `xml:id`. */
export const isIdentifier = (id: string): boolean => NAME.test(id);

/** @throws CommandError where the identifier could not stand in `xml:id`. */
export function checkIdentifier(option: string, id: string): void {
  if (isIdentifier(id)) return;
  throw new CommandError(
    `${option} ${id}: not an XML identifier`,
    'identifiers start with a letter and hold letters, digits, - . and _ only',
  );
}

/** The folder's name where it is a volume's: `frus1955-57v23p1/d38.txt`. */
export function volumeOf(path: string): string | undefined {
  const folder = basename(dirname(resolve(path)));
  return isVolume(folder) ? folder : undefined;
}
