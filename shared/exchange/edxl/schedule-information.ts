import { InstantSchema } from '../../domain/kernel/instant.ts';
import { LocationSchema } from './location.ts';

/** Everything a ScheduleInformation can be about; each message admits some of it, see the structure table. */
export const SCHEDULE_TYPES = [
  'RequestedArrival',
  'EstimatedArrival',
  'ActualArrival',
  'RequestedDeparture',
  'EstimatedDeparture',
  'ActualDeparture',
  'RequestedReturnDeparture',
  'EstimatedReturnDeparture',
  'ActualReturnDeparture',
  'RequestedReturnArrival',
  'EstimatedReturnArrival',
  'ActualReturnArrival',
  'BeginAvailable',
  'EndAvailable',
  'Committed',
  'Current',
  'ReportTo',
  'Route',
] as const;
export type ScheduleType = (typeof SCHEDULE_TYPES)[number];

/** What may stand in a ScheduleInformation besides its ScheduleType, whose values differ by message. */
export const SCHEDULE_ELEMENTS = { DateTime: InstantSchema, Location: LocationSchema } as const;
