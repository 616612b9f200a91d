const PATTERN = /^#\/phone\/(\d{6})\/([0-9a-f-]{36})(?:\/([\w-]{43}))?$/;

/** What the address of a duty phone's page says. */
export interface LinkAddress {
  readonly city: string;
  readonly taskId: string;
  /** Absent once the phone keeps it. */
  readonly secret?: string;
}

/** @returns where a duty phone opens its task. The secret stands after the hash: no server and no log sees it. */
export const linkAddress = ({ city, taskId, secret }: LinkAddress): string =>
  `${location.origin}${location.pathname}#/phone/${city}/${taskId}${secret === undefined ? '' : `/${secret}`}`;

/** @returns what such an address says; `undefined` of any other page. */
export const readLinkAddress = (hash: string): LinkAddress | undefined => {
  const [, city, taskId, secret] = PATTERN.exec(hash) ?? [];
  if (city === undefined || taskId === undefined) return undefined;
  return { city, taskId, ...(secret === undefined ? {} : { secret }) };
};
