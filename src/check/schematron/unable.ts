/** Why an expression can never be run, on whatever document: in words about the expression, not about the engine. */

import type { Severity } from '../../diagnostic.js';
import { oneLine } from '../../text/one-line.js';
import { shortened } from '../schema/rng/words.js';
import { type Document, libraries } from './libraries.js';
import { reasonOf } from './reason.js';
import type { xpathOptions } from './xpath.js';

export interface Unable {
  /** An error where the expression is wrong; a warning where it asks for what the engine hasn't got. */
  readonly severity: Severity;
  /** As the rest of a sentence whose subject is the expression. */
  readonly reason: string;
  readonly hint?: string;
}

/**
 * Undefined where nothing hinders it. Static errors show on any document, whatever the variables in scope hold: their names are given,
 * and those of all that are declared anywhere.
 */
export function unable(
  expression: string,
  empty: Document,
  options: ReturnType<typeof xpathOptions>,
  inScope: Iterable<string>,
  declared: ReadonlyMap<string, unknown>,
): Unable | undefined {
  if (expression.trim() === '') return { severity: 'error', reason: 'is empty' };
  try {
    const nothing = Object.fromEntries(Array.from(inScope, (name) => [name, null]));
    libraries().xpath.evaluateXPath(expression, empty, null, nothing, undefined, options);
  } catch (error) {
    return worded(error as Error, expression, declared);
  }
  return undefined;
}

function worded(error: Error, expression: string, declared: ReadonlyMap<string, unknown>): Unable | undefined {
  const reason = reasonOf(error);
  if (reason.includes('XPST0003'))
    return { severity: 'error', reason: `is not XPath: ${syntaxReason(error, expression)}` };
  const prefix = /^XPST0081: The prefix (\S+) could not be resolved/.exec(reason)?.[1];
  if (prefix !== undefined) {
    const hint = `Declare it: <ns prefix="${prefix}" uri="…"/>`;
    return { severity: 'error', reason: `uses the prefix ${prefix}, which is not declared`, hint };
  }
  const variable = /^XPST0008, The variable (\S+) is not in scope/.exec(reason)?.[1];
  if (variable !== undefined && declared.has(variable)) {
    const hint = 'What a rule or pattern declares is known in it alone, and to what stands behind.';
    return { severity: 'error', reason: `uses $${variable}, which is declared, but further on or elsewhere`, hint };
  }
  if (variable !== undefined) {
    const hint = `Declare it: <let name="${variable}" value="…"/>`;
    return { severity: 'error', reason: `uses $${variable}, which is not declared`, hint };
  }
  const key = /^XTDE1260: there is no xsl:key of the name (.+)$/.exec(reason)?.[1];
  if (key !== undefined) {
    const hint = `Declare it: <xsl:key name="${key}" match="…" use="…"/>`;
    return { severity: 'error', reason: `asks for the key ${key}, which is not declared`, hint };
  }
  const [, name, arity] = /^XPST0017: (?:The f|F)unction (\S+) with arity (?:of )?(\d+)/.exec(reason) ?? [];
  if (name !== undefined) {
    const near = /"Q\{http:\/\/www\.w3\.org\/2005\/xpath-functions\}([\w-]+)/.exec(reason)?.[1];
    const given = arity === '1' ? '1 argument' : `${arity} arguments`;
    const hint = near === undefined ? {} : { hint: `The nearest that it has: ${near}()` };
    return { severity: 'warning', reason: `calls ${plain(name)}() with ${given}, which the engine lacks`, ...hint };
  }
  if (/^XPST0017|could not be resolved/.test(reason)) {
    return { severity: 'warning', reason: `can't be run: ${reason.replace(/^XPST\d+: /, '').replace(/\.$/, '')}` };
  }
  return undefined;
}

/** The names of functions without their namespaces. */
const plain = (name: string): string => name.replace(/Q\{[^}]*\}/g, '');

/** The parser says where it gave up (`at <>:1:4 - 1:5`) and, at length, what it would have taken. */
function syntaxReason({ message }: Error, expression: string): string {
  const [, line, column] = /at <>:(\d+):(\d+) - /.exec(message) ?? [];
  const lines = expression.split('\n');
  const before = lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const rest = expression.slice(before + Number(column) - 1).trim();
  if (line === undefined) return "it can't be read";
  return rest === '' ? 'it breaks off' : `it can't be read from “${shortened(oneLine(rest))}” on`;
}
