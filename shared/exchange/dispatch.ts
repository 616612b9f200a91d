import * as z from 'zod';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { EnvelopeSchema } from './envelope.ts';

/** The `detail` of an EventBridge entry, as a receiver parses it; see `Dispatch` in ports.ts. */
export const DispatchSchema = z.strictObject({ to: z.array(CityCodeSchema).min(1), envelope: EnvelopeSchema });
