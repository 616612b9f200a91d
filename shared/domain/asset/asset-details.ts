import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import type { Text } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CertificationSchema } from '../team/team-state.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** Who has it in keeping: an office or a team, not a person; the id where it is a team of this city's registry. */
const KeeperSchema = z
  .strictObject({ name: wordsSchema(200), teamId: z.uuid().optional() })
  .meta({ id: 'AssetKeeper' });

/** What the registry holds of equipment and vehicles alike, as people enter it. */
export const assetDetails = {
  name: wordsSchema(200),
  nameEn: wordsSchema(200).optional(),
  model: wordsSchema(100).optional(),
  /** What it can do, in people's own words, e.g. 排水 3000 m³/h. */
  capabilities: z
    .array(wordsSchema(100))
    .max(20)
    .refine((words) => new Set(words).size === words.length, {
      ...refinement({ zh: '同一能力只写一次', en: 'name each capability once' }),
    }),
  base: PositionSchema,
  keeper: KeeperSchema,
  /** The inspection or certificate without which it must not be used, where it needs one. */
  inspection: CertificationSchema.optional(),
};

/** @returns the schema of a vocabulary's codes. */
export const codesOf = <C extends string>(vocabulary: Readonly<Record<C, Text>>) =>
  z.enum(Object.keys(vocabulary) as [C, ...C[]]);
