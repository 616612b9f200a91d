/**
 * What a city's gateway lets through before it answers 429: requests a second in the long run, and at once. A duty room makes
 * a few a second in a disaster; the rest is for systems that read along, and for retries.
 */
export const GATEWAY_THROTTLE = { ratePerSecond: 100, burst: 200 } as const;
