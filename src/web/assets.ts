/** The pages’ files, as the build bundled them into dist/web/page: read once, served from memory. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = new URL('./page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serve the bundled scripts, styles and pictures below `/assets/`; no other file can be named. */
export function addAssets(service: FastifyInstance): void {
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const bytes = readFileSync(new URL(name, FOLDER));
    service.get(`/assets/${name}`, {
      schema: { hide: true },
      handler: async (_, reply) => reply.type(type).header('cache-control', 'no-cache').send(bytes),
    });
  }
}

/** The HTML of a page. */
export const pageHtml = (name: string): string => readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
