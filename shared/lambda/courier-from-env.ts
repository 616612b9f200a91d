import { createEventBridgeCourier } from '../exchange/eventbridge-courier.ts';
import type { Cell } from './cell.ts';
import { readEnvironment } from './environment.ts';

/** @returns the courier to the peers that the city's bus cannot reach. */
export const courierFromEnv = (): Cell['courier'] =>
  createEventBridgeCourier({ targets: readEnvironment('courier').COURIER_TARGETS });
