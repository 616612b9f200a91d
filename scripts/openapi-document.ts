import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { CATALOG } from '../functions/catalog.ts';
import { PROBLEM_TITLES, ProblemSchema, type ProblemStatus } from '../shared/http/problem.ts';
import { ROLES } from '../shared/http/roles.ts';
import type { RouteContract } from '../shared/http/route.ts';

const problem = (status: ProblemStatus) => ({
  description: `${PROBLEM_TITLES[status].en} ${PROBLEM_TITLES[status].zh}`,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** The problems a route can answer with, from what its contract says of it. */
const problemsOf = ({ access, method, params, query, body, ifMatch }: RouteContract): readonly ProblemStatus[] => [
  ...(params || query || method === 'POST' ? [400 as const] : []),
  ...(access === 'public' ? [] : [401 as const, 403 as const]),
  ...(params ? [404 as const] : []),
  ...(method === 'GET' ? [] : [409 as const]),
  ...(ifMatch ? [412 as const] : []),
  ...(body ? [413 as const, 415 as const, 422 as const] : []),
  ...(ifMatch === 'required' ? [428 as const] : []),
  429,
];

const IdempotencyKeySchema = z.string().min(1).max(200).meta({
  description: 'The same key with the same content is answered the same, however often it is sent.',
});
const IfMatchSchema = z
  .string()
  .regex(/^"\d+"$/)
  .meta({ description: 'The ETag of the version that the change is based on.' });

const headersOf = ({ method, ifMatch }: RouteContract) =>
  z.object({
    ...(method === 'POST' ? { 'Idempotency-Key': IdempotencyKeySchema } : {}),
    ...(ifMatch === 'required' ? { 'If-Match': IfMatchSchema } : {}),
    ...(ifMatch === 'optional' ? { 'If-Match': IfMatchSchema.optional() } : {}),
    'Accept-Language': z.string().optional().meta({ description: 'zh-CN (default) or en' }),
  });

const securityOf = ({ access }: RouteContract): Pick<ZodOpenApiOperationObject, 'security' | 'description'> => {
  if (access === 'public') return { security: [] };
  if (access === 'task-link') return { security: [{ taskLink: [] }] };
  return { description: `Roles: ${access.map((role) => `${role} (${ROLES[role].zh})`).join(', ')}` };
};

/** What a duty phone sends once a link has signed it in. */
const TASK_LINK = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: 'Task <secret of the link>.<secret of the phone>; to sign in: Task <secret of the link>',
} as const;

/** A file as it is. */
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

const operation = (contract: RouteContract): ZodOpenApiOperationObject => ({
  operationId: contract.operationId,
  tags: [contract.tag],
  summary: `${contract.summary.zh} ${contract.summary.en}`,
  ...securityOf(contract),
  requestParams: {
    ...(contract.params ? { path: contract.params as z.ZodObject } : {}),
    ...(contract.query ? { query: contract.query as z.ZodObject } : {}),
    header: headersOf(contract),
  },
  ...(contract.body
    ? {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: contract.body },
            ...Object.fromEntries((contract.file?.mediaTypes ?? []).map((mediaType) => [mediaType, FILE])),
          },
        },
      }
    : {}),
  responses: {
    [`${contract.success.status}` as '200']: {
      description: contract.summary.en,
      content: { [contract.success.contentType ?? 'application/json']: { schema: contract.success.body } },
    },
    ...Object.fromEntries(problemsOf(contract).map((status) => [`${status}`, problem(status)])),
  },
});

/** @returns the OpenAPI 3.1 description of a cell's API, made from the route contracts of the catalogue. */
export const openApiDocument = (): ReturnType<typeof createDocument> => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const { routes } of CATALOG)
    for (const contract of routes)
      paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation(contract) };
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Shouwang 守望',
      version: '1',
      description:
        '跨区域互助协同服务：一座城市的接口。Cross-region mutual aid: the API of one city. Errors are RFC 9457 problem+json in the language of Accept-Language.',
    },
    servers: [{ url: '.' }],
    security: [{ signIn: [] }],
    components: {
      securitySchemes: { signIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, taskLink: TASK_LINK },
    },
    paths: paths as ZodOpenApiPathsObject,
  });
};
