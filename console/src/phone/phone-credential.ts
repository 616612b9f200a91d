const PREFIX = 'shouwang.link.';

/** Bytes that a phone draws and nobody else knows. */
const PHONE_BYTES = 32;

/** What a duty phone holds for one task: the secret of the link, and its own. */
export interface PhoneCredential {
  readonly link: string;
  readonly phone: string;
}

const drawn = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(PHONE_BYTES))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/**
 * @param secret of the link that the page was opened with, if it was.
 * @returns what this phone holds for a task: a secret of its own is drawn and kept before it is first used, so that the phone is the
 * same one when the answer to its signing in was lost; `undefined` without a link.
 */
export const phoneCredential = (taskId: string, secret: string | undefined): PhoneCredential | undefined => {
  const written = localStorage.getItem(`${PREFIX}${taskId}`);
  const kept = written === null ? undefined : (JSON.parse(written) as PhoneCredential);
  if (secret === undefined || kept?.link === secret) return kept;
  const fresh = { link: secret, phone: drawn() };
  localStorage.setItem(`${PREFIX}${taskId}`, JSON.stringify(fresh));
  return fresh;
};
