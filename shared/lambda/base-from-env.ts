import { Logger } from '@aws-lambda-powertools/logger';
import { v7 } from 'uuid';
import type { Cell } from './cell.ts';
import { readEnvironment } from './environment.ts';
import { newSecret } from './new-secret.ts';
import { pause } from './pause.ts';

export type CellBase = Pick<
  Cell,
  'city' | 'dutyRoom' | 'staleAfterDays' | 'clock' | 'newId' | 'newSecret' | 'log' | 'pause'
>;

/**
 * The parts of a cell that need no AWS service: who it is, its clock, ids, log and patience. Service name and level of the
 * log come from POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL.
 * @throws Error when the environment does not say which city this is.
 */
export const baseFromEnv = (): CellBase => {
  const { CITY_CODE, DUTY_ROOM_NAME, DUTY_ROOM_TELEPHONE, REGISTRY_STALE_AFTER_DAYS } = readEnvironment('city');
  return {
    city: CITY_CODE,
    dutyRoom: { name: DUTY_ROOM_NAME, telephone: DUTY_ROOM_TELEPHONE },
    staleAfterDays: REGISTRY_STALE_AFTER_DAYS,
    clock: { now: () => new Date().toISOString() },
    newId: () => v7(),
    newSecret,
    log: new Logger({ persistentKeys: { city: CITY_CODE } }),
    pause,
  };
};
