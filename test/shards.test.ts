/** The recipes for shards as they are printed, on the schedulers themselves: the same bytes as a batch. */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedTelegrams } from '../src/faults/telegrams.js';

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const root = mkdtempSync(join(tmpdir(), 'teigram-shards-'));
const bin = join(root, 'bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
const sh = (script: string, more: NodeJS.ProcessEnv = {}): string =>
  execFileSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, env: { ...env, ...more }, encoding: 'utf8' });
const isThere = (command: string): boolean => spawnSync('which', [command]).status === 0;
const outputs = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*.xml', { cwd: join(root, folder) }).map((name) => [
      name,
      readFileSync(join(root, folder, name), 'utf8'),
    ]),
  );

beforeAll(() => {
  for (const [name, text] of Object.entries(inventedTelegrams(12))) {
    mkdirSync(dirname(join(root, 'texts', name)), { recursive: true });
    writeFileSync(join(root, 'texts', name), text);
  }
  mkdirSync(bin);
  writeFileSync(join(bin, 'teigram'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(join(bin, 'teigram'), 0o755);
  sh('teigram batch texts/ -o batch/ --jobs 1 --quiet');
});
afterAll(() => rmSync(root, { recursive: true }));

/** Two volumes of six documents: shards cut both. */
const make = (name: string): string =>
  sh(`teigram shards make texts/ -o ${name}/ --shards ${name}.shards/ --size 3 --quiet`);

test('a folder that lies elsewhere on another machine', () => {
  mkdirSync(join(root, 'here'));
  cpSync(join(root, 'texts'), join(root, 'here/texts'), { recursive: true });
  sh('cd here && teigram shards make texts/ -o tei/ --shards work/ --size 8 --quiet');
  sh('cd here && teigram shards run work/ 0 --jobs 1');
  renameSync(join(root, 'here'), join(root, 'there'));
  sh('cd / && teigram shards run "$OLDPWD"/there/work 1 --jobs 1');
  expect(sh('teigram shards status there/work')).toBe('2 of 2 shards done, 12 of 12 documents\n');
  expect(outputs('there/tei')).toEqual(outputs('batch'));
});

test('what has changed since a shard was done is done again', () => {
  cpSync(join(root, 'texts'), join(root, 'changing'), { recursive: true });
  sh('teigram shards make changing/ -o changed/ --shards changes/ --size 6 --quiet');
  const run = (shard: number): string => sh(`teigram shards run changes/ ${shard} --jobs 1 2>&1`);
  for (const shard of [0, 1]) run(shard);
  expect(run(1)).toBe('6 of 6 documents, 6 unchanged in shard 1\n');
  writeFileSync(join(root, 'changing/frus1955-57v99/d2.txt'), '2. Telegram\n\nAll quiet.\n');
  rmSync(join(root, 'changed/frus1955-57v98/d1.xml'));
  expect(sh('teigram shards list changes/')).toBe('0\n1\n');
  expect(run(0)).toBe('6 of 6 documents, 5 unchanged in shard 0\n');
  expect(sh('teigram shards status changes/ || true')).toContain('1 of 2 shards done');
  sh('teigram shards run changes/ 1 --jobs 1 --quiet --details details.jsonl --events events.jsonl');
  expect(readFileSync(join(root, 'details.jsonl'), 'utf8')).toContain('"input":"changing/frus1955-57v99/d2.txt"');
  expect(readFileSync(join(root, 'events.jsonl'), 'utf8')).toContain('"event":"end"');
  expect(sh('teigram shards list changes/')).toBe('');
});

test('new shards and a batch know what shards made before them: what was changed of it is kept and told, the rest is done anew', () => {
  cpSync(join(root, 'texts/frus1955-57v98'), join(root, 'growing'), { recursive: true });
  rmSync(join(root, 'growing/d1.txt'));
  sh('teigram shards make growing/ -o grown/ --shards grown.1/ -q && teigram shards run grown.1/ 0 --jobs 1 -q');
  const output = join(root, 'grown/d3.xml');
  const edited = readFileSync(output, 'utf8').replace('<p>', '<p rend="hand">');
  writeFileSync(output, edited);
  cpSync(join(root, 'texts/frus1955-57v98/d1.txt'), join(root, 'growing/d1.txt'));
  sh('teigram shards make growing/ -o grown/ --shards grown.2/ --compact -q');
  for (const command of ['shards run grown.2/ 0', 'batch growing/ -o grown/']) {
    const other = readFileSync(join(root, 'grown/d5.xml'), 'utf8');
    const told = sh(`teigram ${command} --jobs 1 2>&1 || echo exit $?`);
    expect(told).toContain('no manifest says that they were made from these texts, kept: ');
    expect(told).toMatch(/grown\/d3\.xml\n(?:.*\n)*.*exit 1\n$/);
    expect(readFileSync(join(root, 'grown/d5.xml'), 'utf8')).not.toBe(other);
    expect(readFileSync(output, 'utf8')).toBe(edited);
  }
  expect(existsSync(join(root, 'grown/d1.xml'))).toBe(true);
  expect(sh('teigram shards status grown.2/ || true')).toContain('0 of 1 shards done, 6 of 6 documents\n');
});

test('lists that have changed since shards were made are told', () => {
  mkdirSync(join(root, 'lists'));
  const list = join(root, 'lists/frus1955-57v98.csv');
  writeFileSync(list, 'kind,id,name,description\nperson,p_AJM1,"Allison, John M.",Ambassador in Ruritania\n');
  writeFileSync(join(root, 'lists/frus1955-57v99.csv'), readFileSync(list));
  sh('teigram shards make texts/ -o listed/ --shards listing/ --size 6 --authority lists/ -q');
  for (const shard of [0, 1]) sh(`teigram shards run listing/ ${shard} --jobs 1 -q`);
  expect(sh('teigram shards status listing/ 2>&1')).toBe('2 of 2 shards done, 12 of 12 documents\n');
  writeFileSync(list, readFileSync(list, 'utf8').replace('Ruritania', 'Graustark'));
  const words = 'changed since these shards were made, which keep what they were: lists/frus1955-57v98.csv\n';
  expect(sh('teigram shards status listing/ 2>&1')).toContain(words);
  expect(sh('teigram shards run listing/ 1 2>&1')).toContain(words);
  // They may lie elsewhere on this machine.
  rmSync(join(root, 'lists'), { recursive: true });
  expect(sh('teigram shards status listing/ 2>&1')).toBe('2 of 2 shards done, 12 of 12 documents\n');
});

test('a text that is gone is told as such, and --prune leaves it out and removes its output', () => {
  cpSync(join(root, 'texts'), join(root, 'shrinking'), { recursive: true });
  sh('teigram shards make shrinking/ -o shrunk/ --shards shrinking.shards/ --size 6 -q');
  for (const shard of [0, 1]) sh(`teigram shards run shrinking.shards/ ${shard} --jobs 1 -q`);
  const [text, output] = ['shrinking/frus1955-57v98/d3.txt', 'shrunk/frus1955-57v98/d3.xml'];
  rmSync(join(root, text));
  expect(sh('teigram shards run shrinking.shards/ 0 --jobs 1 2>&1 || echo exit $?')).toMatch(
    /d3\.txt: no such file any more\n {2}hint: put it back, make new shards, or.* --prune(?:.*\n)*.*exit 2\n$/,
  );
  expect(existsSync(join(root, output))).toBe(true);
  const told = sh('teigram shards run shrinking.shards/ 0 --jobs 1 --prune 2>&1');
  expect(told).toMatch(/removed 1 output whose text is gone: .*d3\.xml\n5 of 5 documents/);
  expect(existsSync(join(root, output))).toBe(false);
  expect(sh('teigram shards status shrinking.shards/')).toBe('2 of 2 shards done, 11 of 11 documents\n');
  // Where the folder is away, too, nothing says that its texts are gone.
  renameSync(join(root, 'shrinking/frus1955-57v98'), join(root, 'away'));
  expect(sh('teigram shards run shrinking.shards/ 0 --prune 2>&1 || echo exit $?')).toMatch(
    /5 failed(?:.*\n)*.*exit 2\n$/,
  );
  renameSync(join(root, 'away'), join(root, 'shrinking/frus1955-57v98'));
  for (const name of [1, 5, 7, 9, 11]) rmSync(join(root, `shrinking/frus1955-57v98/d${name}.txt`));
  sh('teigram shards run shrinking.shards/ 0 --prune -q');
  expect(sh('teigram shards status shrinking.shards/')).toBe('2 of 2 shards done, 6 of 6 documents\n');
});

const toldBy = (script: string): string => sh(`(${script}) 2>&1 || echo exit $?`);

test('a text that was left out and is back keeps its output, wherever the shard is run', () => {
  cpSync(join(root, 'texts/frus1955-57v98'), join(root, 'back/texts'), { recursive: true });
  sh('cd back && teigram shards make texts -o tei --shards work -q && teigram shards run work 0 --jobs 1 -q');
  const [text, output] = [join(root, 'back/texts/d3.txt'), join(root, 'back/tei/d3.xml')];
  const [was, made] = [readFileSync(text), readFileSync(output)];
  rmSync(text);
  writeFileSync(output, 'by hand');
  expect(sh('teigram shards run back/work 0 --prune 2>&1')).toMatch(/kept 1 output whose text is gone, .*d3\.xml/);
  writeFileSync(text, was);
  writeFileSync(output, made);
  for (const prune of ['', '--prune']) {
    expect(sh(`teigram shards run back/work 0 ${prune} 2>&1`)).toBe('5 of 5 documents, 5 unchanged in shard 0\n');
  }
  expect(readFileSync(output)).toEqual(made);
  // Where the folder is away, too, nothing says that its texts are gone.
  renameSync(join(root, 'back/texts'), join(root, 'back/away'));
  expect(toldBy('teigram shards run back/work 0 --prune')).not.toContain('removed');
  renameSync(join(root, 'back/away'), join(root, 'back/texts'));
  rmSync(text);
  expect(sh('teigram shards run back/work 0 2>&1')).toContain('1 output whose text is gone: ');
  expect(sh('teigram shards run back/work 0 --prune 2>&1')).toContain('removed 1 output whose text is gone: ');
  expect(existsSync(output)).toBe(false);
});

test('an output that was made from another text is not replaced as long as that is there', () => {
  for (const n of [1, 3]) {
    mkdirSync(join(root, `two/t${n}`), { recursive: true });
    cpSync(join(root, `texts/frus1955-57v98/d${n}.txt`), join(root, `two/t${n}/d1.txt`));
  }
  const batch = (text: string, out: string): string => `teigram batch ${text} -o ${out} --jobs 1`;
  const shards = (text: string, out: string): string =>
    `teigram shards make ${text} -o ${out} --shards ${out}.${text} -q; teigram shards run ${out}.${text} 0 --jobs 1`;
  for (const [out, first, second] of [
    ['one', batch, shards],
    ['other', shards, batch],
    ['both', shards, shards],
  ] as const) {
    sh(`cd two; ${first('t1', out)} -q`);
    expect(toldBy(`cd two; ${second('t3', out)}`)).toMatch(/from these texts, kept: .*d1\.xml\n(?:.*\n)*.*exit 1\n$/);
    expect(readFileSync(join(root, 'two', out, 'd1.xml'), 'utf8')).toContain('<head>1. ');
  }
  // Shards know their texts wherever they are run.
  expect(toldBy('teigram shards run two/both.t3 0')).toContain('from these texts, kept: ');
  renameSync(join(root, 'two/t1'), join(root, 'two/gone'));
  sh('teigram shards run two/both.t3 0 -q');
  expect(readFileSync(join(root, 'two/both/d1.xml'), 'utf8')).toContain('<head>3. ');
});

test('what shards made since a batch did is not taken for somebody’s work, and the other way round', () => {
  const write = (name: string, text: string): void => writeFileSync(join(root, 'turns', name), text);
  cpSync(join(root, 'texts/frus1955-57v98'), join(root, 'turns'), { recursive: true });
  const commands = ['teigram batch turns -o turned --jobs 1', 'teigram shards run turns.shards 0 --jobs 1'];
  sh(`${commands[0]} -q && teigram shards make turns -o turned --shards turns.shards -q`);
  for (const [turn, i] of [1, 0, 1, 0].entries()) {
    write('d3.txt', `3. Telegram\n\nAll quiet for ${turn} days.\n`);
    expect(toldBy(commands[i]!)).not.toMatch(/kept|exit/);
    expect(readFileSync(join(root, 'turned/d3.xml'), 'utf8')).toContain(`for ${turn} days`);
  }
  expect(sh('teigram shards list turns.shards')).toBe('0\n');
});

test('a shard of which an output that somebody changed is out of date is not done', () => {
  cpSync(join(root, 'texts/frus1955-57v98'), join(root, 'stale'), { recursive: true });
  sh('teigram shards make stale -o staled --shards stale.shards -q && teigram shards run stale.shards 0 --jobs 1 -q');
  writeFileSync(join(root, 'staled/d3.xml'), 'by hand');
  sh('teigram shards run stale.shards 0 -q');
  expect(sh('teigram shards list stale.shards')).toBe('');
  writeFileSync(join(root, 'stale/d3.txt'), '3. Telegram\n\nAll quiet.\n');
  const run = 'teigram shards run stale.shards 0 --jobs 1';
  expect(toldBy(run)).toMatch(/out of date, .*kept: .*d3\.xml\n(?:.*\n)*.*exit 1\n$/);
  expect(sh('teigram shards list stale.shards')).toBe('0\n');
  sh(`${run} --force -q`);
  expect(sh('teigram shards list stale.shards')).toBe('');
});

test('files of shards that are damaged are told as such', () => {
  make('damaged');
  const shards = join(root, 'damaged.shards');
  const listed = sh('teigram shards list damaged.shards/');
  expect(listed).toBe('0\n1\n2\n3\n');
  const faulty = (file: string, text: string): void => {
    const before = readFileSync(join(shards, file), 'utf8');
    writeFileSync(join(shards, file), text === '' ? before.slice(0, -20) : text);
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'shards', 'run', shards, '0'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringMatching(new RegExp(`${file}: is damaged.*\\n {2}hint: `))]);
    writeFileSync(join(shards, file), before);
  };
  for (const text of ['', '{}', '7', 'null', '{"documents":["a"],"options":{}}']) faulty('batch.json', text);
  for (const text of ['', '{}\n', '{"tasks":[{}]}\n', '{"tasks":[{"path":5,"target":"x"}]}\n'])
    faulty('0000.jsonl', text);
});

test('a shard of no number says where one comes from', () => {
  make('numbered');
  expect(sh('env -u SLURM_ARRAY_TASK_ID teigram shards run numbered.shards/ 2>&1 || true')).toMatch(
    /no shard is named; there are shards 0 to 3\n {2}hint: give its number, or set SLURM_ARRAY/,
  );
});

function expectDone(name: string): void {
  expect(sh(`teigram shards status ${name}.shards/`)).toBe('4 of 4 shards done, 12 of 12 documents\n');
  expect(sh(`teigram shards list ${name}.shards/`)).toBe('');
  expect(outputs(name)).toEqual(outputs('batch'));
}

test('GNU parallel', (context) => {
  if (!isThere('parallel')) {
    console.warn('skipped: GNU parallel (Debian: apt-get install parallel)');
    return context.skip();
  }
  make('parallel');
  sh('teigram shards run parallel.shards/ 2 --jobs 1');
  expect(sh('teigram shards list parallel.shards/')).toBe('0\n1\n3\n');
  sh('teigram shards list parallel.shards/ | parallel -j 2 teigram shards run parallel.shards/ {} --jobs 1');
  expectDone('parallel');
});

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((told) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => told(port));
    });
  });

/** A Slurm of one node, this machine, reached from it alone; gives the path of its configuration. */
async function slurm(folder: string): Promise<string> {
  mkdirSync(folder);
  const node = hostname().split('.')[0]!;
  const conf = join(folder, 'slurm.conf');
  const lines = [
    ['ClusterName=test', `SlurmctldHost=${node}(127.0.0.1)`, 'SlurmUser=root', 'SlurmdUser=root'],
    [
      'AuthType=auth/none',
      'CredType=cred/none',
      'MpiDefault=none',
      'ReturnToService=2',
      'SlurmdParameters=config_overrides',
    ],
    ['SchedulerParameters=batch_sched_delay=1,sched_interval=2'],
    [`StateSaveLocation=${folder}/state`, `SlurmdSpoolDir=${folder}/spool`],
    [`SlurmctldPidFile=${folder}/slurmctld.pid`, `SlurmdPidFile=${folder}/slurmd.pid`],
    [`SlurmctldLogFile=${folder}/slurmctld.log`, `SlurmdLogFile=${folder}/slurmd.log`],
    [`SlurmctldPort=${await freePort()}`, `SlurmdPort=${await freePort()}`],
    ['ProctrackType=proctrack/pgid', 'TaskPlugin=task/none', 'JobAcctGatherType=jobacct_gather/none'],
    ['SelectType=select/cons_tres', 'SelectTypeParameters=CR_Core'],
    [`NodeName=${node} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN`, 'PartitionName=all Nodes=ALL Default=YES State=UP'],
  ];
  writeFileSync(conf, `${lines.flat().join('\n')}\n`);
  for (const daemon of ['slurmctld', 'slurmd']) {
    spawn(daemon, ['-f', conf], { stdio: 'ignore' });
    while (!existsSync(join(folder, `${daemon}.pid`))) await wait(100);
  }
  return conf;
}

function isRunning(pid: number): boolean {
  try {
    // A zombie that nobody waits for has ended, too.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

test('a Slurm array', async (context) => {
  if (!['slurmctld', 'slurmd', 'sbatch'].every(isThere) || process.getuid?.() !== 0) {
    console.warn('skipped: Slurm (Debian: apt-get install slurmctld slurmd slurm-client), which needs root');
    return context.skip();
  }
  const folder = join(root, 'slurm');
  const SLURM_CONF = await slurm(folder);
  try {
    make('slurmed');
    sh("sbatch --wait --quiet --array=0-3 --wrap 'teigram shards run slurmed.shards/'", { SLURM_CONF });
    expectDone('slurmed');
  } finally {
    for (const daemon of ['slurmd', 'slurmctld']) {
      const pid = Number(readFileSync(join(folder, `${daemon}.pid`), 'utf8'));
      // Nothing of its state is needed again.
      process.kill(pid, 'SIGKILL');
      while (isRunning(pid)) await wait(100);
    }
  }
});
