/** Names that findings carry besides those of the house rules, each with what it says. */

/** What keeps a file from being read at all: the rest of the checks would speak of something else. */
export const UNREAD: ReadonlyMap<string, string> = new Map([
  [
    'well-formed',
    'A file that is not well-formed XML can’t be read by any program: what stands behind the place is unknown.',
  ],
  ['encoding', 'Bytes that are not of the encoding that a file declares, or has by default, are no text.'],
  ['limit', 'A file that is larger or nested deeper than any edition is not read: it could take all memory or time.'],
  [
    'doctype',
    'A DOCTYPE can make a parser open other files or grow without bound: it is refused unless --allow-doctype is given.',
  ],
]);

/** What is found in a file that can be read. */
export const LAYERS: ReadonlyMap<string, string> = new Map([
  [
    'schema',
    'The grammar says which elements, attributes and texts may stand where: what breaks it, programs for the edition don’t expect.',
  ],
  [
    'xml-id',
    'An xml:id is a name: it begins with a letter or _ and holds no spaces or colons, or no link can lead to it.',
  ],
  ['schematron', 'Schematron rules that could not be run, or not to the end, have found nothing yet.'],
  ['xml-model', 'A grammar or rules that a document names and that can’t be read have not checked it.'],
  ['xinclude', 'What an include should bring is not there, or is not followed.'],
  ['engine', 'The second engine was not asked, or gives another verdict than ours.'],
]);

/** Of the checker's own marks. */
const DISABLED =
  'A rule is silenced with a reason (<?teigram-disable rule -- why?>), so that the next editor knows it.';

/** What a finding of such a name says; undefined for a house rule's or a Schematron test's. */
export const layerWhy = (rule: string): string | undefined =>
  UNREAD.get(rule) ?? LAYERS.get(rule) ?? (rule === 'disable-without-reason' ? DISABLED : undefined);
