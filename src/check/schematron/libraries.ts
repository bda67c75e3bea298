/** The libraries that run Schematron, loaded when a rule set is first used: they cost a tenth of a second. */

import { createRequire } from 'node:module';
import type * as Fontoxpath from 'fontoxpath';
import type * as NodeSchematron from 'node-schematron';
import type * as Slimdom from 'slimdom';

export type { Attr, Document, Element, Node } from 'slimdom';

interface Libraries {
  readonly xpath: typeof Fontoxpath;
  readonly dom: typeof Slimdom;
  readonly Schema: typeof NodeSchematron.Schema;
}

let loaded: Libraries | undefined;

export function libraries(): Libraries {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const { Schema } = require('node-schematron') as typeof NodeSchematron;
    loaded = { xpath: require('fontoxpath'), dom: require('slimdom'), Schema };
  }
  return loaded;
}
