import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Take out of a root's dist what earlier builds made of sources that are gone; the pages and chunks of bundles, which have none, whole. */
export function clean(root) {
  for (const made of ['chunks', 'web/page']) rmSync(join(root, 'dist', made), { recursive: true, force: true });
  for (const name of readdirSync(join(root, 'dist'), { recursive: true })) {
    const [, module, declaration, code] = /^(.+?)\.(?:d\.(c?)ts|(c?)js)$/.exec(name) ?? [];
    const source = `${module}.${declaration ?? code}ts`;
    if (module !== undefined && !existsSync(join(root, 'src', source))) rmSync(join(root, 'dist', name));
  }
}
