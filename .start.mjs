// The first look: a sample telegram becomes TEI, and the schema says what it thinks of it.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import './.setup.mjs';

const cwd = dirname(fileURLToPath(import.meta.url));
const teigram = (args, options) => spawnSync(process.execPath, ['dist/cli/main.js', ...args], { cwd, ...options });

const sample = ['samples/telegram.txt', '--volume', 'frus1955-57v99', '--authority', 'samples/lists.xml'];
const { stdout, status } = teigram(['convert', ...sample], { stdio: ['ignore', 'pipe', 'inherit'] });
process.stdout.write(stdout);
console.error('\nThe verdict of the schema:');
const verdict = teigram(['validate', '-', '--no-rules'], { input: stdout, stdio: ['pipe', 'inherit', 'inherit'] });
process.exitCode = status || verdict.status;
