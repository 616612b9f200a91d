import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import { capMoment, instantOf } from './cap-text.ts';

/** What an identifier of GB/T 35965.1-2018 says: `ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N`. */
export interface WarningIdentifier {
  /** ZZZZZZ: GB/T 2260 code of the division that warns. */
  readonly division: string;
  /** DDD: its department. */
  readonly department: string;
  /** UUU: the department's unit. */
  readonly unit: string;
  /** XX: kept as it is. */
  readonly suffix: string;
  /** By China's clocks in the identifier. */
  readonly at: Instant;
  /** N: its number among those of the same second. */
  readonly serial: number;
}

const PATTERN = /^(\d{6})(\d{3})(\d{3})(\w{2})_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_(\d+)$/;

/** @returns what the identifier says, if it is one of GB/T 35965.1. */
export const parseWarningIdentifier = (identifier: string): WarningIdentifier | undefined => {
  const [, division = '', department = '', unit = '', suffix = '', ...rest] = PATTERN.exec(identifier) ?? [];
  const [year, month, day, hour, minute, second, serial] = rest;
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
  if (Number.isNaN(Date.parse(moment))) return undefined;
  return { division, department, unit, suffix, at: instantOf(moment), serial: Number(serial) };
};

/** The city's own bureau has no code of the table that we know; zeros say that none is given. */
const NO_DEPARTMENT = '00000000';

/** @returns the identifier of a warning that a city issues at a moment: the thousandth of the second is its number within it. */
export const warningIdentifier = (city: CityCode, now: Instant): string => {
  const digits = capMoment(now).slice(0, 19).replace(/\D/g, '');
  return `${city}${NO_DEPARTMENT}_${digits}_${Number(now.slice(20, 23))}`;
};
