// The reports that other programs read, tried from end to end: the command writes them, their own tools read them back. The
// workflow that the README shows is run as it stands, save for the steps that only GitHub can do.
//
//     node .ci/reports.mjs FOLDER    FOLDER has teigram installed
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse as parseJunit } from 'junit2json';
import { parse as parseYaml } from 'yaml';

const cwd = process.argv[2];
const require = createRequire(import.meta.url);
const fail = (message) => {
  console.error(`reports: ${message}`);
  process.exit(1);
};
const run = (command) => spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"';
const WRONG = `<div ${TEI} type="document" xml:id="d1" n="1"><head>1. Letter</head>\n<p rend="bold">In 1952-1954, text.</p></div>\n`;
mkdirSync(join(cwd, 'volumes'), { recursive: true });
writeFileSync(join(cwd, 'volumes', 'd1.xml'), WRONG);

for (const [format, read] of Object.entries({
  sarif(text) {
    const schema = JSON.parse(
      readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    const ajv = addFormats.default(new Ajv04.default({ strict: false, unicodeRegExp: false }));
    const log = JSON.parse(text);
    if (!ajv.validate(schema, log)) fail(`the SARIF is not valid: ${ajv.errorsText()}`);
    return log.runs[0].results.map(({ locations: [{ physicalLocation: place }] }) => [
      decodeURIComponent(place.artifactLocation.uri),
      place.region.startLine,
    ]);
  },
  async junit(text) {
    const { testsuite } = await parseJunit(text);
    return testsuite.flatMap(({ name, testcase }) =>
      testcase.flatMap(({ failure = [] }) => failure.map(({ inner }) => [name, Number(/:(\d+):\d+/.exec(inner)?.[1])])),
    );
  },
  github(text) {
    return [...text.matchAll(/^::(?:error|warning|notice) file=([^,]+),line=(\d+),/gm)].map(([, file, line]) => [
      file,
      Number(line),
    ]);
  },
})) {
  const { status, stderr } = run(`npx --no-install teigram validate volumes/ --format ${format} -o report.${format}`);
  if (status !== 1) fail(`${format}: exit code ${status}, not 1: ${stderr}`);
  const places = await read(readFileSync(join(cwd, `report.${format}`), 'utf8'));
  if (!places.some(([file, line]) => file === 'volumes/d1.xml' && line === 2)) {
    fail(`${format}: line 2 of volumes/d1.xml is not among ${JSON.stringify(places)}`);
  }
  console.log(`${format}: ${places.length} findings read back`);
}

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parseYaml(yaml));
const workflow = blocks.find(({ jobs }) => jobs);
const [job] = Object.values(workflow.jobs);
const [step] = job.steps.filter((each) => each.run?.includes('teigram validate'));
const { status, stdout } = run(step.run.replace('npx ', 'npx --no-install '));
if (status !== 1 || !/^::error file=volumes\/d1\.xml,line=2/m.test(stdout))
  fail(`the README's workflow: exit code ${status}\n${stdout}`);
const hook = /```sh\n(#!\/bin\/sh\nexec npx teigram[\s\S]*?)```/.exec(readme)[1].replace('npx ', 'npx --no-install ');
writeFileSync(join(cwd, 'hook'), hook, { mode: 0o755 });
const git = run('git init -q . 2>/dev/null; git add volumes && ./hook');
if (git.status !== 1 || !git.stdout.includes('volumes/d1.xml'))
  fail(`the README's hook: exit code ${git.status}\n${git.stdout}${git.stderr}`);
console.log("the README's workflow and hook find it too");
