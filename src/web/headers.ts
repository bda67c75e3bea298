/** Security headers of everything that is served. */

import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Pages hold no script or style but their own files’, and ask nobody but us. */
export async function addHeaders(service: FastifyInstance): Promise<void> {
  await service.register(helmet, {
    // Served without TLS; who puts a proxy before it sets HSTS there.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // CodeMirror sets style attributes; no style element or file of another.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    enableCSPNonces: true,
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}
