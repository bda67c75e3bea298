/** The interface’s description: `/openapi.json`, and `/docs` to read and try it. */

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { TObject } from 'typebox';
import { VERSION } from '../../version.js';
import { DOCUMENT_TYPES, XML_TYPES } from './media-types.js';
import { ConvertQuery, TextQuery, ValidateQuery } from './schemas.js';

const binary = { type: 'string', format: 'binary' };
/** Bodies that are a file. */
const bodies = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: /^text|xml$/.test(type) ? { type: 'string' } : binary }]));

/** Settings are fields of the form as they are of the query. */
const form = ({ properties }: TObject, lists?: object) => ({
  schema: {
    type: 'object',
    required: ['document'],
    properties: { document: binary, ...lists, ...properties },
    additionalProperties: false,
  },
});
const files = { lists: { type: 'array', items: binary, description: "Files of a volume's lists" } };

/** What else than JSON is taken. It becomes one shape before it is validated (body.ts), so routes know nothing of it. */
const UPLOADS: Readonly<Record<string, object>> = {
  '/convert': {
    ...bodies(DOCUMENT_TYPES),
    'multipart/form-data': form(ConvertQuery, files),
  },
  '/validate': { ...bodies(XML_TYPES), 'multipart/form-data': form(ValidateQuery) },
  '/text': { ...bodies(XML_TYPES), 'multipart/form-data': form(TextQuery) },
};

type Content = Record<string, object>;
interface Described {
  paths?: Record<
    string,
    { post?: { requestBody?: { content: Content }; responses?: Record<string, { content?: Content }> } }
  >;
}

const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The output of `/convert` may be JSON, too. It goes out as it was written, not by a shape, so the route knows one shape only. */
const BARE_OR_ALL = { schema: { anyOf: [component('Conversion'), component('Tree')] } };

export async function addDescription(service: FastifyInstance, token: boolean): Promise<void> {
  await service.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'teigram',
        version: VERSION,
        description: 'Plain text of diplomatic documents in, valid TEI XML out; and a checker for edition XML.',
        license: { name: 'MIT' },
      },
      tags: [{ name: 'documents' }, { name: 'operation' }],
      ...(token && {
        components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } } },
        security: [{ token: [] }],
      }),
    },
    // By their names.
    refResolver: { buildLocalReference: ({ $id }, _uri, _fragment, i) => (typeof $id === 'string' ? $id : `def-${i}`) },
    transformObject: (made) => {
      const api = ('openapiObject' in made ? made.openapiObject : made.swaggerObject) as Described;
      for (const [path, types] of Object.entries(UPLOADS)) {
        const content = api.paths?.[path]?.post?.requestBody?.content;
        if (content) Object.assign(content, types);
      }
      const converted = api.paths?.['/convert']?.post?.responses?.['200']?.content;
      if (converted) converted['application/json'] = BARE_OR_ALL;
      return api as never;
    },
  });
  service.get('/openapi.json', { schema: { hide: true }, handler: async () => service.swagger() });
  await service.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { validatorUrl: null, deepLinking: true },
  });
}
