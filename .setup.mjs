// Makes a fresh clone ready: installs what the lock file names unless it is there already, then builds. Quick the second time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === 'win32';

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status ?? 1);
  }
}

/** Whether node_modules holds the versions that package-lock.json names; npm keeps a lock of what it installed there. */
function installed() {
  const mine = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(mine)) return false;
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const have = packages(mine);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`teigram needs Node 20 or newer; this is Node ${process.versions.node}`);
  process.exit(1);
}
if (!installed()) run('npm', ['ci', '--no-audit', '--no-fund']);
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc')]);
run(process.execPath, [join(root, '.bundle.mjs')]);
