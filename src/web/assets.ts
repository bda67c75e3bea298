/** The pages’ files, as the build bundled them into dist/web/page: read once, served from memory. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packageFile } from '../package-file.js';

const FOLDER = packageFile('dist/web/page');

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
    const bytes = readFileSync(join(FOLDER, name));
    service.get(`/assets/${name}`, {
      schema: { hide: true },
      handler: async (_, reply) => reply.type(type).header('cache-control', 'no-cache').send(bytes),
    });
  }
}

/** The HTML of a page. */
export const pageHtml = (name: string): string => readFileSync(join(FOLDER, `${name}.html`), 'utf8');

/** The style sheet of a page. */
export const pageCss = (name: string): string => readFileSync(join(FOLDER, `${name}.css`), 'utf8');
