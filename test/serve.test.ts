/** The service: what it answers, and what it refuses. */

import { readFileSync } from 'node:fs';
import { type AddressInfo, connect as connectTo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from '../dist/index.js';
import { connect, ServiceError } from '../dist/web/client.js';
import { openPool } from '../dist/web/pool.js';
import { buildService, type ServiceOptions } from '../dist/web/service/service.js';
import { siteBefore } from './site.js';

const SAMPLES = join(import.meta.dirname, '../samples');
const TEXT = readFileSync(join(SAMPLES, 'telegram.txt'), 'utf8');
const XML = readFileSync(join(SAMPLES, 'telegram.xml'), 'utf8');
const LISTS = readFileSync(join(SAMPLES, 'lists.xml'), 'utf8');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const OPTIONS: ServiceOptions = {
  host: '127.0.0.1',
  body: 1 << 20,
  request: 60_000,
  rate: 0,
  pool: { threads: 1, queue: 16, time: 60_000, heap: 1024 },
};

type Service = Awaited<ReturnType<typeof buildService>>;
const opened: Service[] = [];
async function open(changes: Partial<ServiceOptions> = {}): Promise<Service> {
  const service = await buildService({ ...OPTIONS, ...changes });
  opened.push(service);
  return service;
}
afterAll(() => Promise.all(opened.map((service) => service.close())));

let service: Service;
beforeAll(async () => {
  service = await open();
});

const post = (url: string, type: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  service.inject({ method: 'POST', url, payload, headers: { host: '127.0.0.1', 'content-type': type, ...headers } });
const get = (url: string, headers: Record<string, string> = {}) =>
  service.inject({ url, headers: { host: '127.0.0.1', ...headers } });

function form(
  parts: Readonly<Record<string, string | readonly [name: string, bytes: string]>>,
): [type: string, body: string] {
  const boundary = 'a-boundary';
  const body = Object.entries(parts).map(([field, value]) => {
    const [name, text] = typeof value === 'string' ? [undefined, value] : value;
    const file = name === undefined ? '' : `; filename="${name}"`;
    return `--${boundary}\r\ncontent-disposition: form-data; name="${field}"${file}\r\n\r\n${text}\r\n`;
  });
  return [`multipart/form-data; boundary=${boundary}`, `${body.join('')}--${boundary}--\r\n`];
}

/** What `/openapi.json` says, as far as it is looked at here. */
type Content = Record<string, { schema: { properties?: object } }>;
interface Operation {
  operationId: string;
  requestBody?: { content: Content };
  responses: Record<string, { content: Content }>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object };
}

describe('answers', () => {
  test('plain text becomes TEI', async () => {
    const answer = await post('/convert?volume=frus1955-57v99', 'text/plain', TEXT);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(answer.body).toContain('<div type="document" xml:id="d112" n="112"');
  });

  test('JSON with lists becomes JSON with what was found', async () => {
    const body = { text: TEXT, volume: 'frus1955-57v99', lists: [{ name: 'lists.xml', text: LISTS }] };
    const answer = (await post('/convert', 'application/json', JSON.stringify(body))).json();
    expect(answer.output).toBe(XML);
    expect(answer.findings).toEqual([]);
    expect(answer.lists).toEqual([]);
    expect(answer.document).toEqual({ volume: 'frus1955-57v99', id: 'd112', n: '112' });
    expect(answer.diagnostics.every((one: { line: number }) => one.line > 0)).toBe(true);
  });

  test('a form with lists becomes the same', async () => {
    const [type, body] = form({ document: ['d112.txt', TEXT], lists: ['lists.xml', LISTS], volume: 'frus1955-57v99' });
    expect((await post('/convert', type, body)).body).toBe(XML);
  });

  test('a form may have a text without a name, in whatever encoding', async () => {
    const parts = (text: string): Buffer => {
      const [, body] = form({ document: text, volume: 'frus1955-57v99' });
      return iconv.encode(body, 'windows-1252');
    };
    const [type] = form({});
    const answer = await post('/convert', type, parts('1. Telegram\n\nAt the café he said “no”.'));
    expect(answer.body).toContain('<p>At the café he said “no”.</p>');
    expect(answer.body).toContain('<idno type="frus">frus1955-57v99</idno>');
  });

  test('a type says what a body is, text stays text, and a name gives the identifier', async () => {
    const page = '<html><body><p>All quiet.</p></body></html>';
    const text = 'All <garbled> quiet.';
    expect((await post('/convert?name=St.John', 'text/html', page)).body).toContain('<p>All quiet.</p>');
    for (const name of ['d1.html', 'd1.txt'])
      expect((await post(`/convert?name=${name}`, 'text/plain', page)).body).toContain('&lt;body&gt;');
    const json = await post('/convert', 'application/json', JSON.stringify({ text, name: 'd1.html' }));
    expect((json.json() as { output: string }).output).toContain('All &lt;garbled&gt; quiet.');
    expect((await post('/convert', ...form({ document: ['d38.txt', 'Telegram\n\nAll quiet.'] }))).body).toContain(
      'xml:id="d38"',
    );
    const differs = await post('/convert?name=d38', 'text/plain', '37. Telegram\n\nAll quiet.', {
      accept: 'application/json',
    });
    expect((differs.json() as { diagnostics: { code: string }[] }).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'number-differs' }),
    );
  });

  test('settings hold from the query as from JSON, and are the library’s', async () => {
    const settings = {
      volume: 'frus1955-57v99',
      doc: 'd9',
      format: 'div',
      persons: 'all',
      doubt: 1,
      pretty: false,
    } as const;
    const { output, diagnostics } = convert(TEXT, settings);
    const query = new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, String(value)]));
    const json = { accept: 'application/json' };
    for (const answer of [
      await post(`/convert?${query}`, 'text/plain', TEXT, json),
      await post('/convert', 'application/json', JSON.stringify({ ...settings, text: TEXT })),
    ]) {
      const got = answer.json() as { output: string; diagnostics: { code: string }[] };
      expect(got.output).toBe(output);
      expect(got.diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(({ code }) => code));
    }
  });

  test('JSON or the bare output, by what the client would rather have', async () => {
    const typeFor = async (accept: string, type = 'text/plain', body = 'All quiet.') =>
      (await post('/convert', type, body, { accept })).headers['content-type'];
    for (const accept of ['application/json', 'Application/JSON;q=0.5, */*;q=0.1', 'application/xml, application/json'])
      expect([accept, await typeFor(accept)]).toEqual([accept, 'application/json; charset=utf-8']);
    for (const accept of [
      '*/*',
      'application/xml, application/json;q=0.5',
      'application/json;q=0, */*',
      'application/xml, application/problem+json',
      'application/json;q=0.5, */*',
    ])
      expect([accept, await typeFor(accept)]).toEqual([accept, 'application/xml; charset=utf-8']);
    const forJson = (accept: string) => typeFor(accept, 'application/json', '{"text":"All quiet."}');
    for (const accept of ['*/*', 'application/*, text/html'])
      expect([accept, await forJson(accept)]).toEqual([accept, 'application/json; charset=utf-8']);
    for (const accept of ['application/xml', 'application/xml, */*;q=0.1', 'application/xml, */*'])
      expect([accept, await forJson(accept)]).toEqual([accept, 'application/xml; charset=utf-8']);
  });

  test('a diagnostic is told whole, what was chosen, too', async () => {
    const text = '1. Telegram\n\nThe talks went on.\n\nSapt for Tarlenheim\n\nend of text\n';
    const body = { text, doubt: 1 };
    const { diagnostics } = (await post('/convert', 'application/json', JSON.stringify(body))).json();
    const library = convert(text, { doubt: 1 }).diagnostics;
    expect(diagnostics.map(({ choice }: { choice?: string }) => choice)).toEqual(library.map(({ choice }) => choice));
    expect(diagnostics.some(({ choice }: { choice?: string }) => choice === 'paragraph')).toBe(true);
  });

  test('what is doubtful in lists is told', async () => {
    const row = 'person,p_AJM1,"Allison, John M.",Ambassador in Ruritania\n';
    const lists = [{ name: 'lists.csv', text: `kind,id,name,description\n${row}${row}` }];
    const answer = await post('/convert', 'application/json', JSON.stringify({ text: TEXT, lists }));
    expect((answer.json() as { lists: object[] }).lists).toContainEqual(
      expect.objectContaining({ name: 'lists.csv', code: 'list-duplicate-id', line: 3 }),
    );
  });

  test('another format, and bytes in another encoding', async () => {
    const bytes = Buffer.from('1. Telegram\n\nThe Ambassador\x92s view.\n', 'latin1');
    const answer = await post('/convert?format=json', 'text/plain', bytes);
    expect(JSON.stringify(answer.json())).toContain('Ambassador’s view');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const polish = iconv.encode('1. Telegram\n\nPoseł w Łodzi.\n', 'iso-8859-2');
    expect((await post('/convert', 'text/plain; charset="ISO-8859-2"', polish)).body).toMatch(/Poseł.* w .*Łodzi/);
  });

  test('validity', async () => {
    expect((await post('/validate?rules=false', 'application/xml', XML)).json()).toEqual({ valid: true, findings: [] });
    const broken = (await post('/validate?rules=false', 'application/xml', XML.replace('<head>', '<heading>'))).json();
    expect(broken.valid).toBe(false);
    expect(broken.findings[0]).toMatchObject({ severity: 'error' });
  });

  test('TEI back to text', async () => {
    const answer = await post('/text', 'application/xml', XML);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.body).toContain('Sapt’s points were these:');
    expect((await post('/text?format=markdown', 'application/xml', XML)).body).toContain('# 112. Telegram');
  });

  test('its own description, pages, probes and metrics', async () => {
    const api = (await get('/openapi.json')).json();
    expect(Object.keys(api.paths).sort()).toEqual(['/convert', '/health', '/metrics', '/ready', '/text', '/validate']);
    expect(Object.keys(api.paths['/convert'].post.requestBody.content)).toContain('multipart/form-data');
    expect((await get('/docs/')).body).toContain('swagger-ui');
    expect((await get('/')).body).toContain('<textarea');
    expect((await get('/assets/try.js')).statusCode).toBe(200);
    expect((await get('/health')).json().status).toBe('ok');
    await expect.poll(async () => (await get('/ready')).statusCode, { timeout: 60_000 }).toBe(200);
    expect((await get('/metrics')).body).toMatch(
      /teigram_http_request_duration_seconds_count\{.*route="\/convert",status="200"\}/,
    );
  });

  test('what is sent is what the description says', async () => {
    const api: Description = (await get('/openapi.json')).json();
    const ajv = new Ajv2020({ strict: false, validateSchema: false, formats: { binary: true } });
    ajv.addSchema({ ...api, $id: 'https://service/api' });
    const pointer = (...names: string[]): string => names.map((name) => `/${name.replaceAll('/', '~1')}`).join('');
    const lists = [{ name: 'lists.xml', text: LISTS }];
    const all = JSON.stringify({ text: TEXT, lists });
    const asked = [
      ['/convert', 200, await post('/convert', 'text/plain', TEXT)],
      ['/convert', 200, await post('/convert?format=json', 'text/plain', TEXT)],
      ['/convert', 200, await post('/convert', 'application/json', all)],
      ['/convert', 400, await post('/convert?format=docx', 'text/plain', TEXT)],
      ['/convert', 415, await post('/convert', 'image/png', TEXT)],
      ['/validate', 200, await post('/validate', 'text/xml', XML.replace('<head>', '<heading>'))],
      ['/validate', 422, await post('/validate', 'application/tei+xml', '<!DOCTYPE TEI><TEI/>')],
      ['/text', 200, await post('/text?format=html', 'application/tei+xml', XML)],
      ['/text', 422, await post('/text', 'text/xml', '<TEI>')],
      ['/health', 200, await get('/health')],
      ['/metrics', 200, await get('/metrics')],
    ] as const;
    for (const [path, status, answer] of asked) {
      expect(answer.statusCode).toBe(status);
      const type = String(answer.headers['content-type']).replace(/;.*/, '');
      const [method, { responses }] = Object.entries(api.paths[path]!)[0]!;
      const key = String(status) in responses ? String(status) : `${String(status)[0]}XX`;
      expect([path, status, Object.keys(responses[key]!.content)]).toEqual([
        path,
        status,
        expect.arrayContaining([type]),
      ]);
      const place = pointer('paths', path, method, 'responses', key, 'content', type, 'schema');
      const isShape = ajv.compile({ $ref: `https://service/api#${place}` });
      isShape(type.endsWith('json') ? answer.json() : answer.body);
      expect([path, status, isShape.errors]).toEqual([path, status, null]);
    }
  });

  test('the description names operations and shapes, all types that are taken, and the fields of forms', async () => {
    const api: Description = (await get('/openapi.json')).json();
    const operations = Object.values(api.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
      'convert',
      'health',
      'metrics',
      'ready',
      'text',
      'validate',
    ]);
    expect(Object.keys(api.components.schemas)).toEqual(
      expect.arrayContaining(['Conversion', 'Diagnostic', 'Problem']),
    );
    const taken = (path: string) => api.paths[path]!.post!.requestBody!.content;
    for (const path of ['/validate', '/text'])
      expect(Object.keys(taken(path))).toEqual(
        expect.arrayContaining(['application/xml', 'text/xml', 'application/tei+xml']),
      );
    const fields = (path: string) => taken(path)['multipart/form-data']!.schema.properties;
    expect(fields('/convert')).toMatchObject({
      document: {},
      lists: {},
      volume: {},
      doc: {},
      format: { enum: ['tei', 'div', 'json'] },
    });
    expect(fields('/validate')).toMatchObject({ document: {}, rules: { type: 'boolean' } });
  });

  test('security headers', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('refusals', () => {
  const refused = (answer: {
    statusCode: number;
    headers: object;
    json(): { status: number; detail: string };
  }): [number, string] => {
    expect(answer.headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/problem\+json/) });
    const { status, detail } = answer.json();
    expect(status).toBe(answer.statusCode);
    return [status, detail];
  };

  test('too large: 413, as a body and as parts', async () => {
    const large = 'x'.repeat((1 << 20) + 1);
    expect(refused(await post('/convert', 'text/plain', large))[0]).toBe(413);
    expect(refused(await post('/convert', ...form({ document: ['a.txt', large] })))[0]).toBe(413);
    const half = 'x'.repeat(600_000);
    expect(refused(await post('/convert', ...form({ document: ['a.txt', half], lists: ['l.xml', half] })))[0]).toBe(
      413,
    );
  });

  test('what is wrong is told with the field, the value and what it may be: 400', async () => {
    const detail = async (url: string, body: object = { text: TEXT }) =>
      refused(await post(url, 'application/json', JSON.stringify(body)))[1];
    expect(await detail('/convert?volume=a%20b')).toMatch(/^volume: “a b” .*letters, digits.* frus1955-57v23p1 say/);
    expect(await detail('/convert?persons=everyone')).toBe('persons: “everyone” must be one of: listed, all, none.');
    expect(await detail('/convert?doubt=2')).toBe('doubt: 2 must be <= 1.');
    expect(await detail('/convert', {})).toBe('text is missing.');
    expect(await detail('/convert', { text: null })).toBe('text: null must be string.');
    expect(await detail('/convert', { text: [TEXT] })).toMatch(/^text: \["1.* must be string\.$/);
    expect(await detail('/convert', { text: TEXT, doubt: '0.9' })).toBe('doubt: “0.9” must be number.');
    expect(await detail('/validate', { xml: 1 })).toBe('xml: 1 must be string.');
    expect(await detail('/convert?formt=tei')).toMatch(/^formt is not known here; there are .*format/);
    expect(await detail('/convert', { text: 'a'.repeat(OPTIONS.body) })).toContain(`more than ${OPTIONS.body} bytes`);
    const [type, body] = form({ document: ['d.txt', 'a'.repeat(OPTIONS.body + 1)] });
    expect(refused(await post('/convert', type, body))[1]).toContain(`more than ${OPTIONS.body} bytes`);
  });

  test('XML is none of what is converted: 415, or 422 where only its bytes tell', async () => {
    expect(refused(await post('/convert', 'application/xml', XML))).toEqual([
      415,
      expect.stringContaining('/validate'),
    ]);
    expect(refused(await post('/convert', ...form({ document: ['d1.txt', XML] })))).toEqual([
      422,
      expect.stringContaining('is XML already'),
    ]);
  });

  test('malformed: 400, 415, 422', async () => {
    expect(refused(await post('/convert', 'application/json', '{'))[0]).toBe(400);
    expect(refused(await post('/convert', 'application/json', '{\n"text": "a",}'))).toEqual([
      400,
      "The body is not JSON: line 2, column 13: “}” can't stand here.",
    ]);
    expect(refused(await post('/convert', 'application/json', '{"text": "38. Telegram\n\nText."}'))).toEqual([
      400,
      'The body is not JSON: line 1, column 23: a string goes on over a bare line end or tab; write \\n.',
    ]);
    expect(refused(await post('/convert', 'application/json', iconv.encode('{"text":"é"}', 'latin1')))).toEqual([
      400,
      'The body is not UTF-8, as JSON is: byte 0xE9 at byte offset 9.',
    ]);
    expect((await post('/convert', 'application/json', '\ufeff{"text":"é"}')).json().output).toContain('é');
    expect(refused(await post('/convert', 'application/json', '{"text":"a","lists":7}'))[0]).toBe(400);
    expect(refused(await post('/convert', 'application/json', '{"text":"a","__proto__":{"x":1}}'))[0]).toBe(400);
    expect(refused(await post('/convert', 'application/json', '{"text":"a","schema":"/etc/passwd"}'))[0]).toBe(400);
    expect(refused(await post('/convert?volume=a%20b', 'text/plain', 'a'))[0]).toBe(400);
    expect(refused(await post('/convert', 'image/png', 'a'))).toEqual([
      415,
      expect.stringMatching(/application\/json, multipart\/form-data, text\/plain/),
    ]);
    expect(refused(await post('/convert', 'text/plain; charset=klingon', 'a'))[0]).toBe(415);
    const packed = await post('/convert', 'text/plain', gzipSync('a'), { 'content-encoding': 'gzip' });
    expect(refused(packed)[0]).toBe(415);
    expect(packed.headers['accept-encoding']).toBe('identity');
    expect(refused(await post('/convert', 'multipart/form-data', 'a'))[0]).toBe(400);
    expect(refused(await post('/convert', 'multipart/form-data; boundary=', 'a'))[0]).toBe(400);
    expect(refused(await post('/convert', 'multipart/form-data; boundary=b', '--b\r\nno end'))[0]).toBe(400);
    const lists = form({ document: ['d1.txt', TEXT], lists: ['prose.txt', 'This is no list.'] });
    expect(refused(await post('/convert', ...lists))).toEqual([422, expect.stringMatching(/^prose\.txt: not a list/)]);
    expect(refused(await post('/convert', ...form({ volume: 'frus1955-57v99' })))).toEqual([
      400,
      'The form has no field “document”.',
    ]);
    expect(refused(await post('/convert', DOCX, 'no archive'))[0]).toBe(422);
    expect(refused(await post('/text', 'application/xml', '<a>'))[0]).toBe(422);
    expect(refused(await get('/nowhere'))[0]).toBe(404);
    const got = await get('/convert');
    expect(refused(got)).toEqual([405, '/convert takes POST only.']);
    expect(got.headers.allow).toBe('POST');
  });

  test('external entities, and grammars of this machine: 422, or not looked at', async () => {
    const xxe = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>';
    for (const url of ['/validate', '/text']) {
      const answer = await post(url, 'application/xml', xxe);
      expect(refused(answer)[0]).toBe(422);
      expect(answer.body).not.toContain('root:');
    }
    const model = '<?xml-model href="file:///etc/passwd" type="application/xml"?>';
    const answer = await post('/validate', 'application/xml', XML.replace('?>', `?>${model}`));
    expect(answer.json().valid).toBe(true);
    expect(answer.body).not.toContain('passwd');
    const [type, body] = form({
      document: ['d1.txt', 'a'],
      lists: ['../../etc/passwd', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><list>&e;</list>'],
    });
    expect((await post('/convert', type, body)).body).not.toContain('root:');
  });

  test('paths that climb: 404', async () => {
    for (const url of [
      '/assets/../../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/review.html',
      '//etc/passwd',
      '/docs/static/..%2f..%2findex.js',
    ]) {
      const answer = await get(url);
      expect([url, answer.statusCode]).toEqual([url, 404]);
    }
  });

  test('an address that is none: 400', async () => {
    expect(refused(await get('/%zz'))).toEqual([400, expect.stringContaining('/%zz')]);
  });

  test('an archive that would fill the memory: 413', async () => {
    const part = new Uint8Array(129 << 20).fill(32);
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': [part, { level: 1 }] });
    expect(bomb.length).toBeLessThan(1 << 20);
    const [status, detail] = refused(await post('/convert', DOCX, Buffer.from(bomb)));
    expect([status, detail]).toEqual([413, expect.stringContaining('holds more than')]);
  });

  test('pages of other sites, and other names for this machine: 403, 421', async () => {
    expect(refused(await post('/convert', 'text/plain', 'a', { origin: 'https://example.org' }))[0]).toBe(403);
    expect(refused(await get('/', { host: 'example.org' }))[0]).toBe(421);
    // A proxy that keeps the origin and not the host.
    const behind = { origin: 'https://example.org', 'sec-fetch-site': 'same-origin' };
    expect((await post('/convert', 'text/plain', 'a', behind)).statusCode).toBe(200);
    const across = { ...behind, 'sec-fetch-site': 'cross-site' };
    expect(refused(await post('/convert', 'text/plain', 'a', across))[0]).toBe(403);
  });

  test('what comes too slowly: 408; what is no request: 400, 431', async () => {
    const slow = await open({ request: 300 });
    await slow.listen({ host: '127.0.0.1', port: 0 });
    const { port } = slow.server.address() as { port: number };
    const answer = (request: string) =>
      new Promise<string>((resolve, reject) => {
        let text = '';
        const socket = connectTo(port, '127.0.0.1', () => socket.write(request));
        socket.on('data', (data) => {
          text += data;
        });
        socket.on('end', () => resolve(text)).on('error', reject);
      });
    const begun = 'POST /convert HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n';
    for (const [status, request] of [
      [408, `${begun}\r\nslow`],
      [431, `${begun}x-long: ${'x'.repeat(20_000)}\r\n\r\n`],
      [400, 'no request\r\n\r\n'],
    ] as const) {
      const [head, body] = (await answer(request)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*\r\ncontent-type: application/problem\\+json\r\n`));
      expect(JSON.parse(body!)).toMatchObject({ status });
    }
  });

  test('a document that waits for its turn has all its time; waiting is bounded, too: 503', async () => {
    const pool = openPool({ threads: 1, queue: 9, wait: 60_000, time: 60_000, heap: 1024 });
    const convert = { document: { name: 'a.txt', content: TEXT }, options: {} };
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => pool.run('convert', convert).then(() => order.push(n))));
    expect(order).toEqual([1, 2, 3]);
    await pool.close();
    const hasty = openPool({ threads: 1, queue: 9, wait: 1, time: 60_000, heap: 1024 });
    const [first, second] = await Promise.allSettled([hasty.run('convert', convert), hasty.run('convert', convert)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { reason: 'waited' } });
    await hasty.close();
  });

  test('too many from one address: 429, but for probes', async () => {
    const strict = await open({ rate: 2 });
    const ask = (url: string) => strict.inject({ url, headers: { host: '127.0.0.1' } });
    expect([(await ask('/')).statusCode, (await ask('/')).statusCode]).toEqual([200, 200]);
    const third = await ask('/');
    expect(refused(third)[0]).toBe(429);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('/health')).statusCode).toBe(200);
    expect((await ask('/metrics')).statusCode).toBe(200);
  });

  test('whoever has gone takes no turn and no thread', async () => {
    const pool = openPool({ threads: 1, queue: 9, time: 60_000, heap: 1024 });
    const long = {
      document: { name: 'a.txt', content: `${TEXT}${'Mr. Sapt has said so. '.repeat(200_000)}` },
      options: {},
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const tasks = [first, second].map(({ signal }) => pool.run('convert', long, signal));
    second.abort();
    await expect(tasks[1]).rejects.toMatchObject({ reason: 'gone' });
    expect(pool.load()).toEqual({ active: 1, waiting: 0 });
    first.abort();
    await expect(tasks[0]).rejects.toMatchObject({ reason: 'gone' });
    await expect(pool.run('convert', long, first.signal)).rejects.toMatchObject({ reason: 'gone' });
    const next = await pool.run('convert', { document: { name: 'a.txt', content: TEXT }, options: {} });
    expect(next.failure).toBeUndefined();
    await pool.close();
  });

  test('a closed connection ends its conversion, and is in the log and the metrics', async () => {
    const log: string[] = [];
    const narrow = await open({
      pool: { threads: 1, queue: 4, time: 60_000, heap: 1024 },
      logger: { level: 'info', stream: { write: (line: string) => log.push(line) } },
    });
    await narrow.listen({ host: '127.0.0.1', port: 0 });
    const { port } = narrow.server.address() as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const active = async (): Promise<string | undefined> =>
      /^teigram_workers_active (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
    await expect.poll(async () => (await fetch(`${url}/ready`)).status, { timeout: 60_000 }).toBe(200);
    const leave = new AbortController();
    const body = `${TEXT}${'Mr. Sapt has said so. '.repeat(40_000)}`;
    const headers = { 'content-type': 'text/plain' };
    const asked = fetch(`${url}/convert`, { method: 'POST', body, headers, signal: leave.signal });
    await expect.poll(active).toBe('1');
    leave.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(active).toBe('0');
    expect((await fetch(`${url}/convert`, { method: 'POST', body: TEXT, headers })).status).toBe(200);
    const ends = log.map((line) => JSON.parse(line)).filter(({ res }) => res?.statusCode === 499);
    expect(ends).toMatchObject([{ msg: 'connection closed before the answer', responseTime: expect.any(Number) }]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      '_count{method="POST",route="/convert",status="499"} 1',
    );
  });

  test('a connection that ends before its request does is one whose client has gone', async () => {
    const served = await open();
    await served.listen({ host: '127.0.0.1', port: 0 });
    const socket = connectTo((served.server.address() as AddressInfo).port, '127.0.0.1');
    socket.end('POST /convert HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nAll');
    socket.resume();
    await new Promise((closed) => socket.once('close', closed));
    await expect
      .poll(async () => (await served.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })).body)
      .toContain('_count{method="POST",route="/convert",status="499"} 1');
  });

  test('what comes too slowly counts as what it was answered with', async () => {
    const hasty = await open({ request: 200 });
    await hasty.listen({ host: '127.0.0.1', port: 0 });
    const { port } = hasty.server.address() as AddressInfo;
    const socket = connectTo(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (some) => {
      answer += some;
    });
    socket.write(
      'POST /convert HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nAll',
    );
    await new Promise((closed) => socket.once('close', closed));
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    await expect
      .poll(async () => (await hasty.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })).body)
      .toContain('_count{method="POST",route="/convert",status="408"} 1');
  });

  test('more than the queue holds, and what takes too long: 503; the others are served', async () => {
    const narrow = await open({ pool: { threads: 1, queue: 0, time: 60_000, heap: 1024 } });
    const ask = () =>
      narrow.inject({
        method: 'POST',
        url: '/convert',
        payload: TEXT,
        headers: { host: '127.0.0.1', 'content-type': 'text/plain' },
      });
    await expect
      .poll(async () => (await narrow.inject({ url: '/ready', headers: { host: '127.0.0.1' } })).statusCode, {
        timeout: 60_000,
      })
      .toBe(200);
    const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 503, 503]);
    const hasty = await open({ pool: { threads: 1, queue: 4, time: 1, heap: 1024 } });
    const late = await hasty.inject({
      method: 'POST',
      url: '/convert',
      payload: TEXT,
      headers: { host: '127.0.0.1', 'content-type': 'text/plain' },
    });
    expect(refused(late)).toEqual([503, 'The document took longer than one document may take.']);
  });

  test('without the token, where one is set: 401', async () => {
    await expect(open({ host: '0.0.0.0' })).rejects.toThrow(/token is needed/);
    const closed = await open({ host: '0.0.0.0', token: 'a-secret-of-16-letters' });
    await closed.listen({ host: '127.0.0.1', port: 0 });
    const { port } = closed.server.address() as { port: number };
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const authorization = 'bearer a-secret-of-16-letters';
    expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200);
    await expect(connect(url, { token: 'wrong' }).validate(XML)).rejects.toThrow(ServiceError);
    expect(await connect(url, { token: 'a-secret-of-16-letters' }).validate(XML, { rules: false })).toEqual({
      valid: true,
      findings: [],
    });
  });
});

test('the client finds a service that stands in a folder of a site', async () => {
  const behind = await open();
  await behind.listen({ host: '127.0.0.1', port: 0 });
  const { site, address } = await siteBefore(behind);
  for (const url of [address, `${address}/`, new URL(address)])
    expect(await connect(url).text(XML, 'markdown')).toContain('# 112. Telegram');
  site.close();
});

test('the client gives what the library gives; requests under way are finished when the service ends', async () => {
  const ending = await open();
  await ending.listen({ host: '127.0.0.1', port: 0 });
  const { port } = ending.server.address() as { port: number };
  const client = connect(`http://127.0.0.1:${port}`);
  const lists = [{ name: 'lists.xml', text: LISTS }];
  expect((await client.convert(TEXT, { volume: 'frus1955-57v99', lists })).output).toBe(XML);
  expect(await client.text(XML, 'markdown')).toContain('# 112. Telegram');
  const underWay = Array.from({ length: 8 }, () => client.convert(TEXT, { volume: 'frus1955-57v99', lists }));
  await expect
    .poll(
      async () =>
        (await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).match(/teigram_workers_active (\d)/)?.[1],
    )
    .toBe('1');
  await ending.close();
  for (const answer of await Promise.all(underWay)) expect(answer.output).toBe(XML);
});
