/** What a pattern would take next, for messages. */

import { namesOf } from './names.js';
import type { Pattern } from './pattern.js';

type Visit = (p: Pattern) => void;

/** Names of the elements that may come next, `text` where text may; sorted, each once. */
export function expectedContent(pattern: Pattern): string[] {
  const found = new Set<string>();
  const visit: Visit = (p) => {
    const [a, b] = p.parts as [Pattern, Pattern];
    switch (p.kind) {
      case 'element':
        for (const name of namesOf(p.names!)) found.add(name);
        break;
      case 'text':
      case 'data':
      case 'value':
      case 'list':
        found.add('text');
        break;
      case 'choice':
        p.parts.forEach(visit);
        break;
      case 'interleave':
        visit(a);
        visit(b);
        break;
      case 'group':
        visit(a);
        if (a.nullable || onlyAttributes(a)) visit(b);
        break;
      case 'oneOrMore':
      case 'after':
        visit(a);
        break;
    }
  };
  visit(pattern);
  return [...found].sort();
}

function onlyAttributes(p: Pattern): boolean {
  if (p.kind === 'attribute' || p.kind === 'empty') return true;
  return (
    (p.kind === 'group' || p.kind === 'interleave' || p.kind === 'choice' || p.kind === 'oneOrMore') &&
    p.parts.every(onlyAttributes)
  );
}

/** Whether the current content may end here. */
export function endings(pattern: Pattern): boolean {
  if (pattern.kind === 'choice') return pattern.parts.some(endings);
  return pattern.kind === 'after' && pattern.parts[0]!.nullable;
}

/** Names of attributes that may come; with `required`, of those only that must. */
export function expectedAttributes(pattern: Pattern, required = false): string[] {
  const found = new Set<string>();
  const visit: Visit = (p) => {
    if (required && p.nullable) return;
    switch (p.kind) {
      case 'attribute':
        for (const name of namesOf(p.names!)) found.add(name);
        break;
      case 'after':
      case 'oneOrMore':
        visit(p.parts[0]!);
        break;
      case 'choice':
      case 'group':
      case 'interleave':
        p.parts.forEach(visit);
        break;
    }
  };
  visit(pattern);
  return [...found].sort();
}

/** The values that would do, `"a"`, `date (pattern …)`; none where any text would, or no text at all. */
export function expectedValues(pattern: Pattern): string[] {
  const values = new Set<string>();
  const visit: Visit = (p) => {
    switch (p.kind) {
      case 'value':
        values.add(`"${p.value}"`);
        break;
      case 'data': {
        const { name, params } = p.datatype!;
        const facets = params.map((param) => `${param.name} ${param.value}`).join(', ');
        values.add(facets ? `${name} (${facets})` : name);
        break;
      }
      case 'group':
        visit(p.parts[0]!);
        if (p.parts[0]!.nullable) visit(p.parts[1]!);
        break;
      case 'after':
      case 'oneOrMore':
      case 'list':
        visit(p.parts[0]!);
        break;
      case 'choice':
      case 'interleave':
        p.parts.forEach(visit);
        break;
    }
  };
  visit(pattern);
  return [...values];
}
