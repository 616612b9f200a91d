/** @returns as much of an address on the web as may be shown: where it is, not what opens it. */
export const shownUrl = (url: string): string => new URL(url).host;

/** @returns an e-mail address without most of its name. */
export const shownEmail = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(2, at))}***${address.slice(at)}`;
};

/** @returns a telephone number without its middle. */
export const shownTelephone = (telephone: string): string => {
  const digits = telephone.replace(/[ -]/g, '');
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
};
