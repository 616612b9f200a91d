import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { LANGUAGES, type Language } from '../../shared/domain/kernel/text.ts';
import { type Client, createClient } from '../../shared/http/client.ts';
import type { Carrier } from '../../shared/http/send-spreadsheet.ts';
import { createDesk, type Desk } from './desks.ts';
import { patientFetch } from './patient-fetch.ts';
import { runningService } from './running-service.ts';
import { formatTold, inLanguages, type Told } from './timeline.ts';

/** The city that asks for help, and the city that gives it. */
export const XINING: CityCode = '630100';
export const LANZHOU: CityCode = '620100';

/** What the acts of the story are played on. */
export interface Stage {
  readonly desk: Desk;
  /** A duty phone, with what a link gave it. */
  readonly phone: (city: CityCode, taskLink: string) => Client;
  /** What carries files to a city. */
  readonly carrier: (city: CityCode) => Carrier;
  readonly now: () => Instant;
  /** Prints a line of the story. What it tells of a message is told once that has arrived. */
  readonly tell: (line: Omit<Told, 'at'>) => void;
  /** Everything told so far. */
  readonly told: readonly Told[];
}

export interface StageOptions {
  /** Of the running service, without a slash at its end. */
  readonly url: string;
  readonly languages: readonly Language[];
  readonly print: (text: string) => void;
}

const SILENCE = {
  zh: '……服务没有应答，等待其恢复，随后重试同一请求……',
  en: '… the service does not answer; waiting for it, to try the same call again …',
};
const RETURN = { zh: '……服务已恢复……', en: '… the service is back …' };

/** Sets the stage at a running service. Calls are tried again while it does not answer. */
export const createStage = ({ url, languages, print }: StageOptions): Stage => {
  const fetch = patientFetch({
    onSilence: () => print(inLanguages(SILENCE, languages)),
    onReturn: () => print(inLanguages(RETURN, languages)),
  });
  const told: Told[] = [];
  const only = languages.length === LANGUAGES.length ? undefined : languages[0];
  const options = { fetch, ...(only === undefined ? {} : { language: only }) };
  const cities = runningService(url, fetch);
  return {
    desk: createDesk(cities, options),
    phone: (city, taskLink) => createClient({ ...options, baseUrl: cities.baseUrl(city), taskLink }),
    carrier: (city) => ({ baseUrl: cities.baseUrl(city), fetch }),
    now: () => new Date().toISOString(),
    told,
    tell: (line) => {
      const complete: Told = { at: new Date(), ...line };
      told.push(complete);
      print(formatTold(complete, languages));
    },
  };
};
