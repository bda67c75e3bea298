/** What `teigram volume` does: find the files, read and write them piece by piece, tell what is wrong. */

import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { readAuthority } from '../authority/read.js';
import { decode } from '../batch/decode.js';
import { emptyFolder } from '../batch/inputs.js';
import { lookAt } from '../batch/stat.js';
import { writeAtomic, writeAtomicBy } from '../batch/write.js';
import { counted } from '../counted.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { VERSION } from '../version.js';
import * as volumes from '../volume/index.js';
import { declaringUtf8 } from '../xml/declared-encoding.js';
import { XmlSyntaxError } from '../xml/parse.js';
import { isVolume } from './identifiers.js';
import { ListFindings } from './list-findings.js';
import { listPathsOf } from './lists.js';
import { looksLikeXml, splitText } from './split-text.js';
import { refuseInputs } from './targets.js';
import { CommandError, colours, complain, EXIT, err, exitWith } from './terminal.js';
import type { VolumeFlags } from './volume.js';

const MANIFESTS = ['volume.yaml', 'volume.yml', 'volume.json'];
const UNKNOWN = 'volume';
const PIECE = 1 << 16;

const read = (path: string): string => withoutByteOrderMark(decode(readFileSync(path)).text);

const PAINT = { error: colours.red, warning: colours.yellow, info: colours.cyan };

function tell(problems: readonly volumes.Problem[], { quiet, strict }: VolumeFlags): void {
  for (const { file, line, severity, code, message, hint } of problems) {
    if (quiet && severity !== 'error') continue;
    err(`${file}${line === undefined ? '' : `:${line}`}: ${PAINT[severity](severity)}: ${message} [${code}]`);
    if (hint) err(`  hint: ${hint}`);
  }
  if (problems.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')))
    exitWith(EXIT.findings);
}

export function runBuild(source: string, flags: VolumeFlags): void {
  const kind = lookAt(source);
  if (!kind) throw new CommandError(`${source}: no such file or folder`, 'check the spelling');
  const folder = kind.isDirectory() ? source : dirname(source);
  const named = kind.isDirectory()
    ? [...MANIFESTS, volumes.FRAME].map((name) => join(source, name)).find((path) => existsSync(path))
    : source;
  if (named !== undefined && /\.xml$/i.test(named)) {
    const { text, encoding } = decode(readFileSync(named));
    // Volumes are written as UTF-8.
    const frame = encoding === 'utf-8' ? text : declaringUtf8(text);
    if (volumes.isFrame(frame)) {
      joinDocuments(frame, folder, named, flags);
      return;
    }
    if (!kind.isDirectory()) throw new CommandError(`${named}: no manifest`, 'a manifest is .yaml or .json');
  }
  const manifestFile = named !== undefined && !/\.xml$/i.test(named) ? named : undefined;
  build(folder, manifestFile, flags);
}

/** What stands for a manifest: the volume is the one that the documents name, else the name of the output or of the folder. */
function plain(folder: string, { out }: VolumeFlags): ReturnType<typeof volumes.parseManifest> {
  const target = resolve(out);
  const files = globSync('**/*.xml', { cwd: folder, expandDirectories: false, onlyFiles: true, absolute: true });
  function* texts(): Generator<string> {
    for (const file of files) if (resolve(file) !== target) yield read(file);
  }
  const names = [basename(target, extname(target)), basename(resolve(folder))];
  if (files.length === 0) {
    const { message } = emptyFolder(folder, ['.xml']);
    throw new CommandError(`${folder}: ${message}`, 'name the folder of the documents, or a manifest');
  }
  const volume = [volumes.volumeNamed(texts()), ...names].find((name) => name !== undefined && isVolume(name));
  if (volume !== undefined) return { manifest: volumes.plainManifest(volume), problems: [] };
  const unnamed: volumes.Problem = {
    ...{ file: folder, severity: 'warning', code: 'volume-unknown' },
    message: `which volume it is can't be told: it is called “${UNKNOWN}”`,
    hint: 'name the file to write by its identifier (frus1955-57v23p1.xml), or write a manifest',
  };
  return { manifest: volumes.plainManifest(UNKNOWN), problems: [unnamed] };
}

function build(folder: string, manifestFile: string | undefined, flags: VolumeFlags): void {
  const { manifest, problems } =
    manifestFile === undefined ? plain(folder, flags) : volumes.parseManifest(read(manifestFile), manifestFile);
  tell(problems, flags);
  if (!manifest) return;
  const target = resolve(flags.out);
  // A glob finds what an earlier run wrote among the documents, too.
  const isEarlier = (path: string): boolean => resolve(path) === target && volumes.isBuilt(read(path), manifest.volume);
  const find = (pattern: string): string[] | 'folder' => {
    const path = join(folder, pattern);
    const kind = lookAt(path);
    if (kind?.isFile()) return [path];
    if (kind?.isDirectory()) return 'folder';
    if (!isDynamicPattern(pattern)) return [];
    return globSync(pattern, { cwd: folder, expandDirectories: false, onlyFiles: true })
      .sort(volumes.byNumber)
      .map((each) => join(folder, each))
      .filter((each) => !isEarlier(each));
  };
  const contents = volumes.outline(manifest.contents, manifestFile ?? folder, find);
  tell(contents.problems, flags);
  if (contents.problems.length > 0) return;
  const below = (names: readonly string[]): string[] =>
    names.map((name) => (isAbsolute(name) ? name : join(folder, name)));
  const lists = [...below(manifest.lists), ...listPathsOf(flags.authority ?? [], manifest.volume)];
  const authority =
    lists.length > 0 ? readAuthority(lists.map((each) => ({ name: each, text: read(each) }))) : undefined;
  // What is amiss in their entries is told where documents are converted with them; one that can't be read ends it here, too.
  if (authority) new ListFindings(true).tell(authority.findings);
  const [front, back] = [below(manifest.front), below(manifest.back)];
  const prepared = volumes.prepareVolume({
    manifest: { ...manifest, front, back },
    manifestFile: manifestFile ?? folder,
    parts: contents.parts,
    lists: authority,
    version: VERSION,
    read,
  });
  tell(prepared.problems, flags);
  const { write } = prepared;
  if (!write) return;
  const inputs = [...files(contents.parts), ...lists, ...front, ...back];
  refuseInputs(flags.out, manifestFile ? [...inputs, manifestFile] : inputs);
  let found: readonly volumes.Problem[] = [];
  writeAtomicBy(flags.out, (file) => {
    found = write((xml) => writeFileSync(file, xml));
  });
  tell(found, flags);
  if (!flags.quiet) err(`${counted(prepared.documents, 'document')} → ${flags.out}`);
}

const files = (parts: readonly volumes.Part[]): string[] =>
  parts.flatMap((part) => (part.kind === 'document' ? [part.file] : part.kind === 'division' ? files(part.parts) : []));

function joinDocuments(frame: string, folder: string, path: string, flags: VolumeFlags): void {
  refuseInputs(flags.out, [path]);
  if (flags.authority?.length)
    throw new CommandError(`${path}: the volume that was split has its lists`, 'leave --authority out');
  const isDocument = dirname(resolve(flags.out)) === resolve(folder) && existsSync(flags.out);
  if (isDocument) throw new CommandError(`${flags.out} lies among the documents`, 'write elsewhere');
  let result = { documents: 0, refused: [] as string[] };
  try {
    writeAtomicBy(flags.out, (file) => {
      result = volumes.joinFrame(frame, {
        read: (name) => read(join(folder, name)),
        write: (xml) => writeFileSync(file, xml),
      });
      const [outside] = result.refused;
      if (outside !== undefined)
        throw new CommandError(`${path}: ${outside} is not in its folder`, 'name files there only');
    });
  } catch (error) {
    notWellFormed(path, error);
    return;
  }
  if (!flags.quiet) err(`${counted(result.documents, 'document')} → ${flags.out}`);
}

/** @throws anything but a syntax error, which is told */
function notWellFormed(path: string, error: unknown): void {
  if (!(error instanceof XmlSyntaxError)) throw error;
  complain(`${path}: not well-formed XML: ${error.message}`, 'teigram validate shows the place');
  exitWith(EXIT.findings);
}

/** A file in pieces. @throws CommandError where it isn't UTF-8: what was read otherwise could not be put together to the same bytes */
function* piecesOf(path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const text = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new CommandError(`${path}: is not UTF-8`, 'save it as UTF-8, then split it');
    }
  };
  const buffer = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer)) yield text(buffer.subarray(0, n));
    yield text();
  } finally {
    closeSync(file);
  }
}

export async function runSplit(path: string, flags: VolumeFlags): Promise<void> {
  if (!looksLikeXml(path)) {
    await splitText(path, flags);
    return;
  }
  const target = join(flags.out, volumes.FRAME);
  refuseInputs(target, [path]);
  let documents = 0;
  try {
    writeAtomicBy(target, (file) => {
      volumes.splitVolume(piecesOf(path), {
        document: (name, xml) => {
          writeAtomic(join(flags.out, name), xml);
          documents++;
        },
        frame: (xml) => writeFileSync(file, xml),
      });
    });
  } catch (error) {
    if (documents > 0) err(`${flags.out}: has the ${counted(documents, 'document')} before the fault`);
    notWellFormed(path, error);
    return;
  }
  if (documents === 0) {
    complain(`${path}: holds no div of type document`);
    exitWith(EXIT.findings);
  } else if (!flags.quiet) err(`${counted(documents, 'document')} → ${flags.out}`);
}
