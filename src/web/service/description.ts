/** The interface’s description: `/openapi.json`, and `/docs` to read and try it. */

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../../version.js';

const binary = { type: 'string', format: 'binary' };
const form = (lists: boolean) => ({
  schema: {
    type: 'object',
    required: ['document'],
    properties: { document: binary, ...(lists && { lists: { type: 'array', items: binary } }) },
  },
});
const body = { schema: binary };

/** What else than JSON is taken. It becomes one shape before it is validated (body.ts), so routes know nothing of it. */
const UPLOADS: Readonly<Record<string, object>> = {
  '/convert': {
    'text/plain': { schema: { type: 'string' } },
    'text/html': body,
    'application/pdf': body,
    'application/vnd.oasis.opendocument.text': body,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': body,
    'multipart/form-data': form(true),
  },
  '/validate': { 'application/xml': { schema: { type: 'string' } }, 'multipart/form-data': form(false) },
  '/text': { 'application/xml': { schema: { type: 'string' } }, 'multipart/form-data': form(false) },
};

interface Described {
  paths?: Record<string, { post?: { requestBody?: { content: Record<string, object> } } }>;
}

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
    transformObject: (made) => {
      const api = ('openapiObject' in made ? made.openapiObject : made.swaggerObject) as Described;
      for (const [path, types] of Object.entries(UPLOADS)) {
        const content = api.paths?.[path]?.post?.requestBody?.content;
        if (content) Object.assign(content, types);
      }
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
