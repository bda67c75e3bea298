/**
 * A RELAX NG grammar in XML syntax → its patterns. Includes and external references are read from disk, never from the
 * network.
 */

import { readFileSync } from 'node:fs';
import { parseXml, type XmlElement } from '../../../xml/parse.js';
import { pathOf } from '../href.js';
import { type Datatype, datatype } from './datatypes.js';
import type { NameClass } from './names.js';
import { type Pattern, type Patterns, patterns } from './pattern.js';

export const RELAX_NG = 'http://relaxng.org/ns/structure/1.0';

/** A grammar that this reader cannot make sense of; the engine has the last word on whether it is one. */
class UnreadableGrammar extends Error {}

export interface Grammar {
  readonly make: Patterns;
  readonly start: Pattern;
  /** Element patterns by printed name, for going on after an error. */
  readonly elements: ReadonlyMap<string, readonly Pattern[]>;
  /** Files read, the grammar's own first. */
  readonly files: readonly string[];
}

/** What an element of the grammar inherits from those around it. */
interface Context {
  readonly file: string;
  readonly ns: string;
  readonly library: string;
  readonly prefixes: Readonly<Record<string, string>>;
}

interface Located {
  readonly element: XmlElement;
  readonly context: Context;
}

/** Names that are defined in one `grammar` element, with what it refers to beyond itself. */
interface Scope {
  readonly parent?: Scope;
  readonly defines: Map<string, Located[]>;
  readonly built: Map<string, Pattern>;
  readonly building: Set<string>;
}

const START = ' start';

export function readGrammar(file: string): Grammar {
  const make = patterns();
  const elements = new Map<string, Pattern[]>();
  const all: Pattern[] = [];
  const files: string[] = [];

  const read = (path: string, library = '', ns = ''): Located => {
    if (files.length > 500) throw new UnreadableGrammar('more than 500 files');
    files.push(path);
    return {
      element: parseXml(readFileSync(path, 'utf8')),
      context: { file: path, ns, library, prefixes: { xml: 'http://www.w3.org/XML/1998/namespace' } },
    };
  };

  const inside = ({ element, context }: Located): Context => {
    const { ns, datatypeLibrary } = element.attributes;
    if (ns === undefined && datatypeLibrary === undefined && !element.declares) return context;
    return {
      file: context.file,
      ns: ns ?? context.ns,
      library: datatypeLibrary ?? context.library,
      prefixes: element.declares ? { ...context.prefixes, ...element.declares } : context.prefixes,
    };
  };
  const childrenOf = (located: Located): Located[] => {
    const context = inside(located);
    return located.element.children.flatMap((child) =>
      child.type === 'element' && child.ns === RELAX_NG ? [{ element: child, context }] : [],
    );
  };
  const textOf = (element: XmlElement): string =>
    element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

  const linked = (located: Located): string => {
    const { href = '' } = located.element.attributes;
    const path = pathOf(href, located.context.file);
    if (path === undefined) throw new UnreadableGrammar(`${href} is not on this disk`);
    return path;
  };

  // ------------------------------------------------------------- definitions

  const collect = (grammar: Located, scope: Scope, overridden: ReadonlySet<string> = new Set()): void => {
    for (const child of childrenOf(grammar)) {
      const { element } = child;
      const name = element.name === 'start' ? START : element.attributes.name?.trim();
      if (element.name === 'div') collect(child, scope, overridden);
      else if (element.name === 'include') {
        const own: Scope = { defines: new Map(), built: new Map(), building: new Set() };
        collect(child, own);
        const context = inside(child);
        collect(read(linked(child), '', context.ns), scope, new Set([...overridden, ...own.defines.keys()]));
        for (const [key, located] of own.defines) {
          if (!overridden.has(key)) scope.defines.set(key, [...(scope.defines.get(key) ?? []), ...located]);
        }
      } else if (name !== undefined && !overridden.has(name)) {
        scope.defines.set(name, [...(scope.defines.get(name) ?? []), child]);
      }
    }
  };

  const define = (scope: Scope | undefined, name: string): Pattern => {
    if (!scope) throw new UnreadableGrammar('a reference outside of any grammar');
    const known = scope.built.get(name);
    if (known) return known;
    const located = scope.defines.get(name);
    if (!located) throw new UnreadableGrammar(`${name.trim()} is not defined`);
    if (scope.building.has(name)) throw new UnreadableGrammar(`${name.trim()} contains itself`);
    scope.building.add(name);
    const parts = located.map((one) => group(childrenOf(one), scope));
    const combine = located.map(({ element }) => element.attributes.combine?.trim()).find((how) => how !== undefined);
    const pattern =
      combine === 'interleave'
        ? parts.reduce(make.interleave)
        : combine === 'choice'
          ? make.choice(...parts)
          : parts[0]!;
    scope.building.delete(name);
    scope.built.set(name, pattern);
    return pattern;
  };

  // ---------------------------------------------------------------- patterns

  const group = (parts: readonly Located[], scope: Scope | undefined): Pattern =>
    parts.map((part) => build(part, scope)).reduce(make.group, make.empty);
  const content = (located: Located, scope: Scope | undefined): Pattern => group(childrenOf(located), scope);
  const optional = (p: Pattern): Pattern => make.choice(p, make.empty);

  const typeOf = (located: Located): Datatype => {
    const { library } = inside(located);
    const params = childrenOf(located)
      .filter(({ element }) => element.name === 'param')
      .map(({ element }) => ({ name: element.attributes.name ?? '', value: textOf(element) }));
    try {
      return datatype(library.trim(), located.element.attributes.type?.trim() ?? 'token', params);
    } catch (error) {
      throw new UnreadableGrammar((error as Error).message);
    }
  };

  const elementPattern = (located: Located, scope: Scope | undefined): Pattern => {
    const [names, rest] = nameClassAndRest(located, false);
    let made: Pattern | undefined;
    const pattern = make.element(names, () => {
      made ??= group(rest, scope);
      return made;
    });
    all.push(pattern);
    for (const key of keysOf(names)) elements.set(key, [...(elements.get(key) ?? []), pattern]);
    return pattern;
  };

  const BUILDERS: Readonly<Record<string, (located: Located, scope: Scope | undefined) => Pattern>> = {
    element: elementPattern,
    attribute: (located, scope) => {
      const [names, rest] = nameClassAndRest(located, true);
      return make.attribute(names, rest.length === 0 ? make.text : group(rest, scope));
    },
    group: content,
    interleave: (located, scope) =>
      childrenOf(located)
        .map((part) => build(part, scope))
        .reduce(make.interleave, make.empty),
    choice: (located, scope) => make.choice(...childrenOf(located).map((part) => build(part, scope))),
    optional: (located, scope) => optional(content(located, scope)),
    zeroOrMore: (located, scope) => optional(make.oneOrMore(content(located, scope))),
    oneOrMore: (located, scope) => make.oneOrMore(content(located, scope)),
    list: (located, scope) => make.list(content(located, scope)),
    mixed: (located, scope) => make.interleave(make.text, content(located, scope)),
    empty: () => make.empty,
    notAllowed: () => make.notAllowed,
    text: () => make.text,
    ref: (located, scope) => define(scope, located.element.attributes.name?.trim() ?? ''),
    parentRef: (located, scope) => define(scope?.parent, located.element.attributes.name?.trim() ?? ''),
    grammar: (located, scope) => {
      const own: Scope = {
        ...(scope ? { parent: scope } : {}),
        defines: new Map(),
        built: new Map(),
        building: new Set(),
      };
      collect(located, own);
      return define(own, START);
    },
    externalRef: (located, scope) => build(read(linked(located), '', inside(located).ns), scope),
    data: (located, scope) => {
      const excepted = childrenOf(located).filter(({ element }) => element.name === 'except');
      const except = excepted[0] && make.choice(...childrenOf(excepted[0]).map((part) => build(part, scope)));
      return make.data(typeOf(located), except);
    },
    value: (located) => {
      const untyped = located.element.attributes.type === undefined;
      return make.value(untyped ? datatype('', 'token') : typeOf(located), textOf(located.element));
    },
  };

  const build = (located: Located, scope: Scope | undefined): Pattern => {
    const builder = BUILDERS[located.element.name];
    if (!builder) throw new UnreadableGrammar(`<${located.element.name}> is not a pattern`);
    return builder(located, scope);
  };

  const root = read(file);
  const start = build(root, undefined);
  // Contents are built now, which adds to the list, so that what is known of the grammar doesn't hang on documents seen.
  for (let i = 0; i < all.length; i++) all[i]?.content?.();
  return { make, start, elements, files };

  // ------------------------------------------------------------------- names

  function nameClassAndRest(located: Located, attribute: boolean): [NameClass, Located[]] {
    const children = childrenOf(located);
    const { name } = located.element.attributes;
    const context = inside(located);
    if (name === undefined) return [nameClass(children[0]!), children.slice(1)];
    const ns = attribute ? (located.element.attributes.ns ?? '') : context.ns;
    return [qualified(name.trim(), ns, context), children];
  }

  function qualified(name: string, ns: string, context: Context): NameClass {
    const colon = name.indexOf(':');
    if (colon < 0) return { kind: 'name', ns, local: name };
    const uri = context.prefixes[name.slice(0, colon)];
    if (uri === undefined) throw new UnreadableGrammar(`the prefix of ${name} is not declared`);
    return { kind: 'name', ns: uri, local: name.slice(colon + 1) };
  }

  function nameClass(located: Located): NameClass {
    const context = inside(located);
    const children = childrenOf(located);
    const except = children.find(({ element }) => element.name === 'except');
    const excepted = except && { except: { kind: 'choice' as const, parts: childrenOf(except).map(nameClass) } };
    switch (located.element.name) {
      case 'name':
        return qualified(textOf(located.element).trim(), context.ns, context);
      case 'anyName':
        return { kind: 'anyName', ...excepted };
      case 'nsName':
        return { kind: 'nsName', ns: context.ns, ...excepted };
      case 'choice':
        return { kind: 'choice', parts: children.map(nameClass) };
      default:
        throw new UnreadableGrammar(`<${located.element.name}> is not a name class`);
    }
  }
}

/** `{ns} local` of the names that are spelled out in a class. */
function keysOf(names: NameClass): string[] {
  if (names.kind === 'name') return [`${names.ns} ${names.local}`];
  return names.kind === 'choice' ? names.parts.flatMap(keysOf) : [];
}
