import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Dispatch } from './ports.ts';

/** Pattern over an EventBridge event, as far as the service needs them: lists of equal values. */
export interface BusPattern {
  readonly source?: readonly string[];
  /** Matches when any element of `detail.to` is one of these. */
  readonly detail: { readonly to: readonly CityCode[] };
}

/** What a message looks like to the bus. `detail` is JSON text of the {@link Dispatch}. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: string;
}

/** @returns the EventBridge source of everything a city says; policies of its peers pin it, rules match it. */
export const busSource = (city: CityCode): string => `shouwang.${city}`;

/** @returns the entry that carries a message. Its detail-type is the message's type. */
export const busEntry = (dispatch: Dispatch): BusEntry => ({
  source: busSource(dispatch.envelope.from),
  detailType: dispatch.envelope.type,
  detail: JSON.stringify(dispatch),
});

/** @returns the pattern for messages to a city, whoever sent them: what its bus puts in its inbox queue. */
export const inboxPattern = (city: CityCode): BusPattern => ({ detail: { to: [city] } });

/**
 * @returns the pattern for a city's own messages to any of these peers. What came over a link has the peer's source, so no
 * message travels on to a third bus.
 */
export const linkPattern = (city: CityCode, peers: readonly CityCode[]): BusPattern => ({
  source: [busSource(city)],
  detail: { to: [...peers] },
});
