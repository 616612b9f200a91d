/** What spreadsheet programs take for the beginning of a formula, and the mark of a row that is a remark. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠#]/;
const MARK = "'";

/**
 * @returns the text with a mark before it where a spreadsheet program would take it for a formula (OWASP, CSV injection), or an
 * import for a remark.
 */
export const disarmed = (text: string): string => (DANGEROUS.test(text) ? MARK + text : text);

/** @returns the text without the mark that {@link disarmed} put before it. */
export const armed = (text: string): string =>
  text.startsWith(MARK) && DANGEROUS.test(text) ? text.slice(MARK.length) : text;
