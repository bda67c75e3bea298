// Loaded before the command (node --import): a text that asks for a fault gets it, in whatever worker thread reads it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const FAULTS = {
  hangs: () => {
    for (;;);
  },
  'ends its thread': () => process.exit(7),
  'exhausts the memory': () => {
    for (const all = []; ; ) all.push(new Array(1e3).fill(0.5));
  },
  throws: () => {
    throw new WebAssembly.RuntimeError('unreachable');
  },
};

if (!isMainThread) {
  const { readFileSync } = fs;
  fs.readFileSync = (path, ...rest) => {
    const content = readFileSync(path, ...rest);
    const fault = String(path).endsWith('.txt') && /FAULT: (.*)/.exec(content.toString())?.[1];
    if (fault) FAULTS[fault]();
    return content;
  };
  syncBuiltinESMExports();
}
