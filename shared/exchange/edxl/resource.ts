import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { ContactInformationSchema } from './contact-information.ts';
import { ElementTextSchema } from './element-text.ts';
import { OwnershipInformationSchema } from './ownership-information.ts';
import { ruled } from './rules.ts';
import { ValueListSchema } from './value-list.ts';

const MAXIMUM_DEPTH = 32;

const isJson = (value: unknown, depth: number): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  const isPlain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isPlain && Object.values(value).every((part) => isJson(part, depth - 1));
};

/** Whatever the type that TypeStructure names has to say of itself: the standard admits any element, here any JSON object. */
const TypeInfoSchema = ruled(z.record(z.string(), z.unknown()), 'type-info-is-json', (info) =>
  isJson(info, MAXIMUM_DEPTH),
);

/** What may stand in a ResourceStatus; which of it a message has is in the structure table. */
export const RESOURCE_STATUS_ELEMENTS = {
  InventoryRefreshDateTime: InstantSchema,
  DeploymentStatus: ValueListSchema,
  Availability: ElementTextSchema,
} as const;

/** What may stand in a Resource besides its ResourceStatus, which differs by message. */
export const RESOURCE_ELEMENTS = {
  ResourceID: ElementTextSchema,
  Name: ElementTextSchema,
  TypeStructure: ValueListSchema,
  TypeInfo: TypeInfoSchema,
  Keyword: ValueListSchema,
  Description: ElementTextSchema,
  Credentials: ElementTextSchema,
  Certifications: ElementTextSchema,
  SpecialRequirements: ElementTextSchema,
  ResponsibleParty: ContactInformationSchema,
  OwnershipInformation: OwnershipInformationSchema,
} as const;
