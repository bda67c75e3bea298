/** A site that has the service in a folder, `/teigram`, and asks it by its own address, as nginx does unless told otherwise. */

import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @returns the site and the address of the folder */
export async function siteBefore(service: { server: Server }): Promise<{ site: Server; address: string }> {
  const { port } = service.server.address() as AddressInfo;
  const site = createServer((asked, response) => {
    const { url = '', method, headers } = asked;
    const [, path] = /^\/teigram(\/.*)/.exec(url) ?? [];
    if (path === undefined) return void response.writeHead(404).end();
    const options = { port, path, method, headers: { ...headers, host: `127.0.0.1:${port}` } };
    asked.pipe(
      request(options, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  return { site, address: `http://127.0.0.1:${(site.address() as AddressInfo).port}/teigram` };
}
