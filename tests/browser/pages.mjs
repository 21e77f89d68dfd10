// Which pages of a finished site are opened: every one, or a few of each kind in every language.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// The paths of all pages below a folder, "es/miembros/" for es/miembros/index.html, sorted.
export function allPages(folder, below = '') {
  const found = [];
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    if (entry.isDirectory()) found.push(...allPages(folder, `${below}${entry.name}/`));
    else if (entry.name === 'index.html') found.push(below);
    else if (entry.name.endsWith('.html')) found.push(below + entry.name);
  }
  return found.sort();
}

// The doorway, the page not found, and then from each language in turn the shallowest page of a
// section that was not chosen yet, so that ten pages show ten different layouts.
export function samplePages(pages, count) {
  const chosen = pages.filter((path) => path === '');
  const languages = [...new Set(pages.map((path) => path.split('/')[0]))].filter((name) => /^[a-z]{2}$/.test(name));
  const queues = languages.map((language, turn) => {
    const own = pages.filter((path) => path.startsWith(`${language}/`));
    const depth = (path) => path.split('/').length;
    const kinds = new Map();
    for (const path of own.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))) {
      const kind = `${path.split('/')[1]}:${Math.min(depth(path), 4)}`;
      if (!kinds.has(kind)) kinds.set(kind, path);
    }
    const paths = [...kinds.values()];
    // Each language begins elsewhere in the list, so that they complete each other.
    const offset = Math.floor((paths.length * turn) / languages.length);
    return [paths[0], ...paths.slice(1 + offset), ...paths.slice(1, 1 + offset)];
  });
  for (let i = 0; chosen.length < count && queues.some((queue) => queue.length > 0); i += 1) {
    const next = queues[i % queues.length].shift();
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}
