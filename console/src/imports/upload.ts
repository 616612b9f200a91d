/** Where a file is to be put, and what goes with it. */
export interface UploadAddress {
  /** May be relative to the city's API. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The place that was given for a file did not take it. */
export class NotUploaded extends Error {}

/**
 * Puts a file where the API said. `fetch` does not tell how far an upload is; this does.
 * @param baseUrl of the city's API, without a slash at its end.
 * @param onProgress called with the part that has gone, 0 to 1.
 * @throws NotUploaded when the place does not take it, or does not answer.
 */
export const upload = (
  { url, headers }: UploadAddress,
  baseUrl: string,
  file: Blob,
  onProgress: (part: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', new URL(url, `${baseUrl}/`));
    // The browser says itself how long it is.
    for (const [name, value] of Object.entries(headers))
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new NotUploaded(`the upload was answered ${request.status}`));
    request.onerror = () => reject(new NotUploaded('nothing answered the upload'));
    request.send(file);
  });
