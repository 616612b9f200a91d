/** @returns the RFC 6901 JSON pointer of a path of member names and positions; the empty pointer is the whole document. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
