/** Shapes of what goes in, as the interface's description has them. */

import Type, { type TSchema } from 'typebox';
import { DEFAULT_DOUBT } from '../../diagnostic.js';
import { DEFAULT_PERSONS, WHICH_PERSONS } from '../../resolve/persons/which.js';
import { DEFAULT_FORMAT, FORMAT_NAMES } from '../../write/formats.js';
import { NAME } from '../../xml/characters.js';
import type { Settings } from '../settings.js';

const text = (description: string, example?: string) =>
  Type.String({ description, ...(example !== undefined && { examples: [example] }) });

/** The form of what {@link NAME} takes. */
const FORM = 'letters, digits, - . and _ only, a letter first';

const SETTINGS = {
  name: Type.Optional(text('What messages call the document; its ending tells the format of a file.', 'd38.txt')),
  volume: Type.Optional(
    Type.String({
      pattern: NAME.source,
      description: `The volume's identifier, ${FORM}`,
      examples: ['frus1955-57v23p1'],
    }),
  ),
  doc: Type.Optional(
    Type.String({ pattern: NAME.source, description: `The document's identifier, ${FORM}`, examples: ['d38'] }),
  ),
  format: Type.Optional(Type.Enum([...FORMAT_NAMES], { description: `What to write (default: ${DEFAULT_FORMAT})` })),
  persons: Type.Optional(Type.Enum([...WHICH_PERSONS], { description: `Names to tag (default: ${DEFAULT_PERSONS})` })),
  doubt: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description: `Report decisions less probable than this; links of persons where another person may be meant (default: ${DEFAULT_DOUBT})`,
    }),
  ),
  pretty: Type.Optional(Type.Boolean({ description: 'A line a block (default: true)' })),
} satisfies Readonly<Record<keyof Settings, TSchema>>;

export const ConvertQuery = Type.Object(SETTINGS, { additionalProperties: false });

const List = Type.Object(
  { name: text('A name for messages', 'lists.xml'), text: text('The list: TEI, CSV or JSON') },
  { additionalProperties: false },
);

export const ConvertBody = Type.Object(
  {
    ...SETTINGS,
    text: text('The plain text of one document'),
    lists: Type.Optional(Type.Array(List, { maxItems: 20, description: "A volume's lists of persons and terms" })),
  },
  { additionalProperties: false },
);

export const ValidateQuery = Type.Object(
  {
    name: Type.Optional(text('The name of the file: volumes are told by it', 'frus1955-57v23p1.xml')),
    rules: Type.Optional(Type.Boolean({ description: 'House rules as well as the grammar (default: true)' })),
  },
  { additionalProperties: false },
);

export const ValidateBody = Type.Object(
  { ...ValidateQuery.properties, xml: text('The document') },
  { additionalProperties: false },
);

const textFormat = Type.Optional(Type.Enum(['text', 'markdown', 'html'], { description: 'Default: text' }));
export const TextQuery = Type.Object({ format: textFormat }, { additionalProperties: false });
export const TextBody = Type.Object({ format: textFormat, xml: text('The document') }, { additionalProperties: false });
