/** Where somebody may put one file, until when. */
export interface UploadAddress {
  /** Takes a PUT of the file's bytes, with these headers, and nothing else. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A city's files: what is too large for a row or a message. Names have slashes, as paths do. Whoever keeps them forgets them after
 * thirty days.
 */
export interface FileStore {
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** @returns its bytes, or `undefined` when there is none of that name. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** @returns how many bytes it has, or `undefined` when there is none of that name. */
  size(name: string): Promise<number | undefined>;
  /** There may be none of that name. */
  delete(name: string): Promise<void>;
  /** @returns an address to which anybody who knows it may upload the file, of exactly that size in bytes, for a quarter of an hour. */
  uploadAddress(name: string, size: number): Promise<UploadAddress>;
}

/** For how long files are kept, days: as long as anybody may come back to an import. */
export const FILES_KEPT_DAYS = 30;

/** For how long an upload address is good, seconds. */
export const UPLOAD_SECONDS = 15 * 60;

/** What uploads are said to be, so that signatures agree; what they are is seen from their bytes. */
export const UPLOAD_CONTENT_TYPE = 'application/octet-stream';
