import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** @returns whether an address keeps no name and password of its own: everybody who may read the incident would have them. */
const keepsNoPassword = (url: string): boolean => {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  return username === '' && password === '';
};

/**
 * A camera that shows the scene: pictures stay where they are, only the address is kept. The service never calls it; whoever looks does,
 * signed in to the video platform as themselves.
 */
export const CameraSchema = z
  .strictObject({
    /** As the video platform knows it. */
    cameraId: wordsSchema(100),
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    /** `https` opens as a page, `rtsps` in a player. */
    url: z
      .url({ protocol: /^(https|rtsps)$/ })
      .max(1000)
      .refine(
        keepsNoPassword,
        refinement({ zh: '地址中不得含用户名和密码', en: 'an address must have no user name and password in it' }),
      ),
    position: PositionSchema.optional(),
    /** Whose it is: whom to ring when it shows nothing. */
    owner: wordsSchema(200).optional(),
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
