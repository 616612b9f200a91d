import * as z from 'zod';
import type { Text } from '../../domain/kernel/text.ts';
import type { Role } from '../roles.ts';
import { type RouteContract, route } from '../route.ts';
import { RequestViewSchema } from '../views/request.ts';

/** What a request's own address holds. */
export const requestParams = z.strictObject({ requestId: z.uuid() });

interface Act<B extends z.ZodType> {
  readonly operationId: string;
  /** Below the request's own address. */
  readonly below: string;
  readonly summary: Text;
  readonly access: readonly Role[];
  readonly body?: B;
}

/** Something done to a request there is; answered with the request after it. */
export const requestAct = <B extends z.ZodType>({
  below,
  ...rest
}: Act<B>): RouteContract<typeof requestParams, z.ZodType, B, typeof RequestViewSchema> =>
  route({
    ...rest,
    method: 'POST',
    path: `/v1/requests/{requestId}${below}`,
    tag: 'requests',
    params: requestParams,
    ifMatch: 'optional',
    success: { status: 200, body: RequestViewSchema },
  });
