/** The libraries that run Schematron, loaded when a rule set is first used: they cost a tenth of a second. */

import type * as Fontoxpath from 'fontoxpath';
import type * as NodeSchematron from 'node-schematron';
import type * as Slimdom from 'slimdom';
import { onFirstUse } from '../../on-first-use.js';

export type { Attr, Document, Element, Node } from 'slimdom';

interface Libraries {
  readonly xpath: typeof Fontoxpath;
  readonly dom: typeof Slimdom;
  readonly Schema: typeof NodeSchematron.Schema;
}

const xpath = onFirstUse<typeof Fontoxpath>('fontoxpath');
const dom = onFirstUse<typeof Slimdom>('slimdom');
const schematron = onFirstUse<typeof NodeSchematron>('node-schematron');

export const libraries = (): Libraries => ({ xpath: xpath(), dom: dom(), Schema: schematron().Schema });
