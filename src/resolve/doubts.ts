/** The last pass: marks that a model or a rule of thumb wasn't sure of become diagnostics, worded here by kind. */

import type { Diagnostic, Severity } from '../diagnostic.js';
import type { Document, Mark } from '../tree.js';

interface Wording {
  readonly code: string;
  readonly severity: Severity;
  readonly message: (words: string, mark: Mark) => string;
  readonly hint?: string;
}

/** What a doubtful mark is called. Persons and terms of lists word their own doubts, which know the candidates. */
function wording(mark: Mark): Wording | undefined {
  const { type, attributes, decision } = mark;
  if (type === 'ref' && decision?.state === 'missing') {
    return {
      code: 'reference-dangling',
      severity: 'warning',
      message: (words) => `“${words}” points to ${attributes.target}, which the volume does not have`,
      hint: 'check the number against the volume',
    };
  }
  if (type === 'ref') {
    return {
      code: 'reference-doubtful',
      severity: 'info',
      message: (words) => `“${words}” may not point to ${attributes.target}`,
    };
  }
  // Of a party that a list knows, the link is what may be wrong: persons tell that.
  if ((attributes.type === 'from' || attributes.type === 'to') && attributes.corresp === undefined) {
    return {
      code: 'party-doubtful',
      severity: 'info',
      message: (words) => `“${words}” may not be ${attributes.type === 'from' ? 'the sender' : 'the recipient'}`,
    };
  }
  if (type === 'date') {
    return {
      code: 'date-doubtful',
      severity: 'info',
      message: (words) => `the date “${words}” may be encoded otherwise: ${decision?.why}`,
      hint: 'compare the attributes of date with the document',
    };
  }
  if (type === 'placeName') {
    return {
      code: 'place-doubtful',
      severity: 'info',
      message: (words) => `“${words}” may not be the place of writing`,
    };
  }
  if (type === 'hi') {
    return { code: 'emphasis-doubtful', severity: 'info', message: (words) => `“${words}” may not be emphasised` };
  }
  return undefined;
}

/** Report the marks whose decision is less probable than `doubt`. */
export function doubts(document: Document, { doubt }: { readonly doubt: number }): Document {
  const { text } = document.source;
  const found = document.marks.flatMap((mark): Diagnostic[] => {
    const { decision, start, end } = mark;
    if (!decision || (decision.p >= doubt && decision.state === 'found')) return [];
    const worded = wording(mark);
    if (!worded) return [];
    const { code, severity, message, hint } = worded;
    const { p, alternatives } = decision;
    const words = text.slice(start, end).replace(/\s+/g, ' ');
    return [{ code, severity, message: message(words, mark), start, end, ...(hint && { hint }), p, alternatives }];
  });
  return found.length === 0 ? document : { ...document, diagnostics: [...document.diagnostics, ...found] };
}
