import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';

/** A camera that shows the scene: pictures stay where they are, only the address is kept. */
export const CameraSchema = z
  .strictObject({
    /** As the video platform knows it. */
    cameraId: wordsSchema(100),
    name: wordsSchema(200),
    url: z.url({ protocol: /^(https|rtsps)$/ }).max(1000),
  })
  .meta({ id: 'Camera' });

const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

/** What belongs to an incident besides: cameras, plans on file, warnings. */
export const IncidentLinksSchema = z
  .strictObject({
    cameras: z
      .array(CameraSchema)
      .max(50)
      .refine((cameras) => distinct(cameras.map(({ cameraId }) => cameraId)), {
        ...refinement({ zh: '同一摄像头不得重复', en: 'no camera may be named twice' }),
      }),
    planIds: z
      .array(z.uuid())
      .max(20)
      .refine(distinct, refinement({ zh: '预案不得重复', en: 'no plan twice' })),
    warningIds: z
      .array(z.uuid())
      .max(20)
      .refine(distinct, refinement({ zh: '预警不得重复', en: 'no warning twice' })),
  })
  .meta({ id: 'IncidentLinks' });
export type IncidentLinks = z.infer<typeof IncidentLinksSchema>;

export const NO_LINKS: IncidentLinks = { cameras: [], planIds: [], warningIds: [] };
