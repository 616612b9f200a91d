import * as z from 'zod';
import { assetDetails, codesOf } from '../asset/asset-details.ts';
import type { Text } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';

/** What vehicles are for. */
export const VEHICLE_CATEGORIES = {
  command: { zh: '指挥车', en: 'Command vehicle' },
  communications: { zh: '通信车', en: 'Communications vehicle' },
  personnel: { zh: '人员运输车', en: 'Personnel carrier' },
  cargo: { zh: '货运车', en: 'Cargo truck' },
  rescue: { zh: '抢险救援车', en: 'Rescue truck' },
  fire: { zh: '消防车', en: 'Fire engine' },
  ambulance: { zh: '救护车', en: 'Ambulance' },
  pumping: { zh: '排水车', en: 'Pumping truck' },
  power: { zh: '发电车', en: 'Generator truck' },
  lifting: { zh: '起重车', en: 'Crane truck' },
  earthmoving: { zh: '工程机械', en: 'Earth-moving plant' },
  tanker: { zh: '罐车', en: 'Tanker' },
  support: { zh: '后勤保障车', en: 'Support vehicle' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>;

/** What vehicles run on. */
export const FUELS = {
  petrol: { zh: '汽油', en: 'Petrol' },
  diesel: { zh: '柴油', en: 'Diesel' },
  gas: { zh: '天然气', en: 'Natural gas' },
  electric: { zh: '纯电动', en: 'Electric' },
  hybrid: { zh: '混合动力', en: 'Hybrid' },
} as const satisfies Record<string, Text>;

/** What the registry holds of a vehicle, as people enter it. */
export const VehicleDetailsSchema = z
  .strictObject({
    /** The number plate, or the number of a machine that has none. */
    number: wordsSchema(20),
    category: codesOf(VEHICLE_CATEGORIES).meta({ id: 'VehicleCategory' }),
    ...assetDetails,
    /** People it carries, the driver included. */
    seats: z.int().min(0).max(200),
    /** What it carries besides them, kg. */
    payloadKilograms: z.number().min(0).max(200_000),
    fuel: codesOf(FUELS).meta({ id: 'Fuel' }),
  })
  .meta({ id: 'VehicleDetails' });
export type VehicleDetails = z.infer<typeof VehicleDetailsSchema>;
