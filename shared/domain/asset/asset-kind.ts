import type { Text } from '../kernel/text.ts';

/** Things in the registry that teams and missions take along, and what one of each is called. */
export const ASSET_KINDS = {
  equipment: { zh: '装备', en: 'equipment' },
  vehicle: { zh: '车辆', en: 'vehicle' },
} as const satisfies Record<string, Text>;
export type AssetKind = keyof typeof ASSET_KINDS;

/** Names a piece of equipment or a vehicle of this city. */
export interface AssetReference {
  readonly kind: AssetKind;
  readonly id: string;
}
