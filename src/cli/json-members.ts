/** The members of a JSON object as they are written: numbers of any length and precision come through untouched. */

const SPACE = new Set([' ', '\t', '\n', '\r']);

/** Each key of the object with its value's own text; of a key that comes twice, the last. `json` is known to be an object. */
export function rawMembers(json: string): Map<string, string> {
  const members = new Map<string, string>();
  let at = afterSpace(json, json.indexOf('{') + 1);
  while (json[at] !== '}') {
    const key = afterString(json, at);
    const from = afterSpace(json, json.indexOf(':', key) + 1);
    const to = afterValue(json, from);
    members.set(JSON.parse(json.slice(at, key)) as string, json.slice(from, to).trimEnd());
    at = json[to] === ',' ? afterSpace(json, to + 1) : to;
  }
  return members;
}

function afterSpace(json: string, from: number): number {
  let at = from;
  while (SPACE.has(json[at]!)) at++;
  return at;
}

/** Just after the string that begins there. */
function afterString(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); ; at = json.indexOf('"', at + 1)) {
    let before = at - 1;
    while (json[before] === '\\') before--;
    if ((at - before) % 2 === 1) return at + 1;
  }
}

/** The comma or brace after the value that begins there. */
function afterValue(json: string, from: number): number {
  for (let at = from, depth = 0; ; ) {
    const character = json[at]!;
    if (depth === 0 && (character === ',' || character === '}')) return at;
    if (character === '{' || character === '[') depth++;
    if (character === '}' || character === ']') depth--;
    at = character === '"' ? afterString(json, at) : at + 1;
  }
}
