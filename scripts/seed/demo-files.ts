import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SpreadsheetKind } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';

/**
 * Where the demo data is: a folder for each city, in it a CSV file for each kind of entry, as an office would send it in, and
 * those of its plans that have a request ready, which no table can hold.
 */
const FOLDER = fileURLToPath(new URL('data', import.meta.url));

/** @returns the cities that have demo data. */
export const demoCities = (): readonly CityCode[] => readdirSync(FOLDER).toSorted();

/** @returns where a city's demo file of a kind is, or would be. */
export const demoFile = (city: CityCode, kind: SpreadsheetKind): string => join(FOLDER, city, `${kind}.csv`);

/** @returns where those of a city's plans are that have a request ready. */
export const demoPlans = (city: CityCode): string => join(FOLDER, city, 'plans.yaml');

/** @returns the folder with the scripts of the drills that a city has ready. */
export const demoDrills = (city: CityCode): string => join(FOLDER, city, 'drills');
