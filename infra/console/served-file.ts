import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** @returns the media type of a file of the console, by its name. */
export const contentTypeOf = (name: string): string => TYPES[extname(name)] ?? 'application/octet-stream';

/** What nobody is to keep: the page itself, and what it is told of where it is. */
const NEVER = ['index.html', 'console.json'];

/** @returns for how long a file may be kept: those in folders have names that hold a digest; those beside the page are asked for anew each time. */
export const cachingOf = (path: string): string => {
  if (path.includes('/')) return 'public, max-age=31536000, immutable';
  return NEVER.includes(path) ? 'no-store' : 'no-cache';
};
