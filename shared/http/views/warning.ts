import * as z from 'zod';
import { CapAlertSchema } from '../../domain/cap/cap-alert.ts';
import { parseWarningIdentifier } from '../../domain/cap/warning-identifier.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { RegistryEntrySchema } from '../../domain/registry/registry-entry.ts';
import { WarningActSchema } from '../../domain/warning/warning-act.ts';
import { AREA_BASES } from '../../domain/warning/warning-area.ts';
import { levelOf } from '../../domain/warning/warning-colour.ts';
import { WarningCardSchema } from '../../domain/warning/warning-listings.ts';
import { realmOf } from '../../domain/warning/warning-realm.ts';
import {
  isWarning,
  RejectionSchema,
  type SeenWarning,
  WarningReferenceSchema,
} from '../../domain/warning/warning-state.ts';

const { warningId, status, realm, origin, colour, hazards, cities } = WarningCardSchema.shape;

/** What an identifier of GB/T 35965.1 says. */
const WarningIdentifierSchema = z
  .strictObject({
    division: z.string(),
    department: z.string(),
    unit: z.string(),
    suffix: z.string(),
    at: InstantSchema,
    serial: z.int(),
  })
  .meta({ id: 'WarningIdentifier' });

/** A warning as it is shown. Who has acknowledged it is told apart: those are names. */
export const WarningViewSchema = z
  .strictObject({
    ...{ warningId, status, realm, origin, colour, hazards, cities },
    /** 1 red, 2 orange, 3 yellow, 4 blue; 5 without a colour. */
    level: z.int().min(1).max(5),
    alert: CapAlertSchema,
    /** Where the identifier is one of GB/T 35965.1. */
    identifierParts: WarningIdentifierSchema.optional(),
    /** Whether a signature stands in the document; nobody has verified it. */
    signed: z.boolean(),
    /** Alerts that it names; those that came can be read by their ids. */
    references: z.array(WarningReferenceSchema),
    /** When it was received or issued. */
    at: InstantSchema,
    expiresAt: InstantSchema,
    endedAt: InstantSchema.optional(),
    /** Id of the alert that ended it. */
    endedBy: z.uuid().optional(),
    acknowledgementCount: z.int().min(0),
    rejections: z.array(RejectionSchema),
    /** What the city's rules have it do. */
    acts: z.array(WarningActSchema),
  })
  .meta({ id: 'Warning' });
export type WarningView = z.infer<typeof WarningViewSchema>;

/** @returns the warning as it is shown. */
export const warningView = (warning: SeenWarning): WarningView => {
  const { id, alert, assessment, signed, references, at, expiresAt } = warning;
  const identifierParts = parseWarningIdentifier(alert.identifier);
  return {
    ...{ warningId: id, status: warning.status, realm: realmOf(alert), origin: warning.origin },
    ...assessment,
    level: levelOf(assessment.colour),
    ...{ alert, signed, references, at, expiresAt },
    ...(identifierParts && { identifierParts }),
    ...('endedAt' in warning && { endedAt: warning.endedAt }),
    ...('endedBy' in warning && { endedBy: warning.endedBy }),
    acknowledgementCount: isWarning(warning) ? warning.acknowledgements.length : 0,
    rejections: isWarning(warning) ? warning.rejections : [],
    acts: warning.acts ?? [],
  };
};

/** The city's own teams in the area of a warning. */
export const WarnedTeamsSchema = z
  .strictObject({
    city: CityCodeSchema,
    /** `division`, `part`: by the code of the city or of a county of it, all teams. `shape`: those whose base lies in a polygon or circle. */
    basis: z
      .enum([...AREA_BASES, 'shape'])
      .exclude(['seat'])
      .optional(),
    teams: z.array(RegistryEntrySchema),
    /** Whether there may be others than those listed, which are nearest to the middle. */
    more: z.boolean(),
  })
  .meta({ id: 'WarnedTeams' });
export type WarnedTeams = z.infer<typeof WarnedTeamsSchema>;
