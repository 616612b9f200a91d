/** Whom the page may speak to besides where it comes from. */
export interface SpokenTo {
  /** Origin of the city's API. */
  readonly api: string;
  /** Where the city's files are uploaded to. */
  readonly uploads: string;
  /** Origin of the issuer, and of whatever else signs people in. */
  readonly identity: readonly string[];
  /** Origins of maps: of tiles, and of what is drawn over them. */
  readonly maps: readonly string[];
}

/**
 * @returns the page's Content-Security-Policy: scripts are its own files only, and it speaks to the API, the uploads and the identity
 * provider of this city and to nobody else. Ant Design writes its styles into the page, which is why those may be inline.
 */
export const contentPolicy = ({ api, uploads, identity, maps }: SpokenTo): string =>
  Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...maps],
    'font-src': ["'self'"],
    'connect-src': ["'self'", api, uploads, ...identity, ...maps],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
