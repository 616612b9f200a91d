import { FUELS, VEHICLE_CATEGORIES } from '../../../../shared/domain/vehicle/vehicle-details.ts';
import { vehicleRoutes } from '../../../../shared/http/routes/vehicles.ts';
import { assetKind } from '../asset-kind.tsx';
import { choice, choicesOf } from '../controls/choice-controls.tsx';
import { line, number } from '../controls/simple-controls.tsx';
import { needed } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { screensOf } from '../screens-of.ts';

/** Vehicles: told apart by their number plates. */
export const VEHICLE = assetKind(REGISTRY_AREAS.vehicle, {
  kind: 'vehicle',
  categories: VEHICLE_CATEGORIES,
  routes: vehicleRoutes,
  number: needed('number', '号牌', 'Number plate', line),
  fields: [
    needed('seats', '乘员（含驾驶员）', 'Seats, the driver’s included', number(undefined, { min: 0 })),
    needed('payloadKilograms', '载重', 'Payload', number('kg', { min: 0 })),
    needed('fuel', '燃料', 'Fuel', choice(choicesOf(FUELS))),
  ],
  columns: [
    { title: { zh: '乘员', en: 'Seats' }, width: '5rem', cell: ({ seats }) => seats },
    { title: { zh: '载重', en: 'Payload' }, width: '7rem', cell: ({ payloadKilograms }) => `${payloadKilograms} kg` },
  ],
  idOf: ({ vehicleId }) => vehicleId,
});

export const VEHICLE_SCREENS = screensOf(VEHICLE);
