/** The context of a rule: a pattern in XSLT's sense, so that `p` matches anywhere, `/TEI` at the top only. */

const TOKEN = /"[^"]*"|'[^']*'|\(:[\s\S]*?:\)|[[\](){}|]|[^\s"'[\](){}|]+|\s+/g;
/** What leads to the same nodes from wherever it is asked for. */
const ABSOLUTE = /^\s*(?:\/|\$|(?:id|key|doc|document)\s*\()/;

/**
 * The path to the nodes of a context. Only alternatives that are relative are looked for everywhere: an absolute one, asked for
 * at each node, would cost the square of a document's length.
 */
export function contextPath(context: string): string {
  const all = alternatives(context);
  const relative = all?.filter((one) => !ABSOLUTE.test(one)) ?? [];
  if (!all || relative.length === all.length) return `//(${context})`;
  const absolute = all.filter((one) => ABSOLUTE.test(one));
  return [...absolute, ...(relative.length === 0 ? [] : [`//(${relative.join('|')})`])].join(' | ');
}

/** What stands between the `|` of a pattern; undefined where other operators make it more than a list. */
function alternatives(context: string): string[] | undefined {
  const found = [''];
  let depth = 0;
  for (const [token] of context.matchAll(TOKEN)) {
    if (token.startsWith('(:')) continue;
    if (/^[[({]$/.test(token)) depth++;
    else if (/^[\])}]$/.test(token)) depth--;
    else if (depth === 0 && /^(?:union|except|intersect)$/.test(token)) return undefined;
    if (token === '|' && depth === 0) found.push('');
    else found[found.length - 1] += token;
  }
  return found;
}
