import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type DrillScript, DrillScriptSchema } from '../../shared/domain/drill/drill-script.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { demoDrills } from './demo-files.ts';

/** @returns the scripts of drills that a city has ready, by the names of their files. */
export const readDrillScripts = (city: CityCode): Readonly<Record<string, DrillScript>> =>
  Object.fromEntries(
    readdirSync(demoDrills(city))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [
        file.replace(/\.yaml$/, ''),
        DrillScriptSchema.parse(parse(readFileSync(join(demoDrills(city), file), 'utf8'))),
      ]),
  );
