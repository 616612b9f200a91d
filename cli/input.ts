import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { parse } from 'yaml';
import { DAY_MS, HOUR_MS, type Instant, InstantSchema, MINUTE_MS } from '../shared/domain/kernel/instant.ts';
import type { Position } from '../shared/domain/vocabulary/position.ts';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * @param path of a file; `-` is standard input.
 * @throws Failure when it cannot be read.
 */
export const readText = async (world: World, path: string): Promise<string> => {
  if (path === '-') return world.readInput();
  return readBytes(path).toString('utf8');
};

/** @throws Failure when the file cannot be read. */
export const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    const why = messageOf(cause);
    throw new Failure('usage', { zh: `无法读取文件：${why}`, en: `The file cannot be read: ${why}` }, { cause });
  }
};

/** @returns what a YAML or JSON text says; JSON is YAML. @throws Failure */
export const parseDocument = (text: string): unknown => {
  try {
    return parse(text);
  } catch (cause) {
    const why = messageOf(cause);
    throw new Failure(
      'usage',
      { zh: `既不是YAML也不是JSON：${why}`, en: `This is neither YAML nor JSON: ${why}` },
      { cause },
    );
  }
};

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** @returns milliseconds. @throws InvalidArgumentError for what is not like `90s`, `10m`, `2h` or `1d`. */
export const parseDuration = (text: string): number => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  const length = UNITS[unit];
  if (number === undefined || length === undefined) throw new InvalidArgumentError(`'${text}' (90s, 10m, 2h, 1d)`);
  return Number(number) * length;
};

/** @returns the moment that is meant: as it is written, or so long from now (`+12h`). @throws InvalidArgumentError */
export const parseMoment = (text: string, now: number): Instant => {
  if (text.startsWith('+')) return new Date(now + parseDuration(text.slice(1))).toISOString();
  const { data } = InstantSchema.safeParse(text);
  if (data === undefined) throw new InvalidArgumentError(`'${text}' (+12h, 2026-11-24T20:00:00+08:00)`);
  return data;
};

/** @returns the place of `latitude,longitude,name of the place`. @throws InvalidArgumentError */
export const parsePlace = (text: string): Position => {
  const [latitude = '', longitude = '', ...words] = text.split(/[,，]/);
  const place = words.join('，').trim();
  const point = [Number(latitude), Number(longitude)] as const;
  if (latitude.trim() === '' || longitude.trim() === '' || point.some(Number.isNaN) || place === '')
    throw new InvalidArgumentError(`'${text}' (36.617,101.778,城东集结点)`);
  return { latitude: point[0], longitude: point[1], crs: 'CGCS2000', place };
};

/** @returns a whole number of at least one. @throws InvalidArgumentError */
export const parseCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(`'${text}' (1, 2, …)`);
  return Number(text);
};
