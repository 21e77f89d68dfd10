// Serves a folder over HTTP on loopback, as a plain static host would.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

function fileFor(folder, path) {
  const wanted = join(folder, normalize(decodeURIComponent(path)));
  const found = statSync(wanted, { throwIfNoEntry: false });
  if (found?.isDirectory() && path.endsWith('/')) return join(wanted, 'index.html');
  return found?.isFile() ? wanted : null;
}

// Gives back the address of the root, ending in "/", and a way to stop.
export async function serve(folder) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, new URL(request.url, 'http://localhost').pathname);
    if (!file || !statSync(file, { throwIfNoEntry: false })) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop: () => server.close(),
  };
}
