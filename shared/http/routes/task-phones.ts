import * as z from 'zod';
import { route } from '../route.ts';
import { AgencyTaskViewSchema } from '../views/agency-task.ts';
import { respondingRoutes, taskParams } from './responding.ts';

const TASK = '/v1/phone/tasks/{taskId}';

/** What a duty phone knows alone, and binds the link to: 32 random bytes of its own, base64url. */
const PhoneSecretSchema = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ id: 'PhoneSecret', description: '32 random bytes, base64url, drawn by the phone' });

/** A task as a duty phone sees it that a one-time link has signed in. */
export const taskPhoneRoutes = {
  signIn: route({
    operationId: 'signPhoneIn',
    method: 'POST',
    path: `${TASK}/session`,
    tag: 'task-phones',
    summary: {
      zh: '值班手机以一次性链接登录：首次使用的手机从此独占该链接；同一手机可重复登录',
      en: 'Sign a duty phone in by a link: the first phone that uses it has it for itself from then on, and may sign in again',
    },
    access: 'task-link',
    params: taskParams,
    body: z.strictObject({ phone: PhoneSecretSchema }),
    success: { status: 200, body: AgencyTaskViewSchema },
  }),
  ...respondingRoutes(TASK, 'ByPhone', 'task-link', 'task-phones'),
} as const;
