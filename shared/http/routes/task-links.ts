import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { Role } from '../roles.ts';
import { route } from '../route.ts';
import { IssuedLinkSchema } from '../views/issued-link.ts';
import { TaskLinkViewSchema } from '../views/task.ts';
import { taskParams } from './responding.ts';

const EXPIRY = { expiresAt: InstantSchema };
/** An agency's people issue links for their own agency; the duty room says for which. */
export const OwnLinkBodySchema = z.strictObject(EXPIRY);
export const LinkBodySchema = z.strictObject({ ...EXPIRY, agencyId: z.uuid() });

const SUMMARY = {
  issue: {
    zh: '签发一次性链接：只登录一部值班手机、只用于这一项任务',
    en: 'Issue a one-time link: it signs in one duty phone, for this task only',
  },
  revoke: { zh: '撤销一次性链接', en: 'Revoke a one-time link' },
} as const;

/** Links for duty phones, as the duty room or an agency's people issue and revoke them. */
export const linkRoutes = <B extends z.ZodType>(
  base: string,
  whose: '' | 'Own',
  access: readonly Role[],
  { tag, body }: { readonly tag: string; readonly body: B },
) => ({
  issueLink: route({
    operationId: `issue${whose}TaskLink`,
    method: 'POST',
    path: `${base}/links`,
    tag,
    summary: SUMMARY.issue,
    access,
    params: taskParams,
    body,
    success: { status: 201, body: IssuedLinkSchema },
  }),
  revokeLink: route({
    operationId: `revoke${whose}TaskLink`,
    method: 'POST',
    path: `${base}/links/{linkId}/revocation`,
    tag,
    summary: SUMMARY.revoke,
    access,
    params: taskParams.extend({ linkId: z.uuid() }),
    success: { status: 200, body: TaskLinkViewSchema },
  }),
});
