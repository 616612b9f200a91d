import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../../functions/catalog.ts';
import { ROLES, type Role } from '../../../shared/http/roles.ts';
import { admits } from '../../../shared/http/route.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';
import { createTestCell } from '../../builders/test-cell.ts';

const roles = Object.keys(ROLES) as Role[];
const functions = CATALOG.filter(({ routes }) => routes.length > 0);

const handlerOf = async (name: string, cell: Cell): Promise<unknown> => {
  const { createHandler } = (await import(`../../../functions/${name}/handler.ts`)) as {
    createHandler: (cell: Cell) => unknown;
  };
  return createHandler(cell);
};

/** Any value for every path parameter: who may call is decided before what is called for is looked up. */
const paramsFor = (path: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '0190a000-0000-7000-8000-00000000ffff']),
  );

describe.each(functions.map((definition) => [definition.name, definition] as const))('%s', (name, { routes }) => {
  it.each(routes.map((contract) => [contract.operationId, contract] as const))('%s', async (_, contract) => {
    const { cell, call } = createTestCell();
    const handler = await handlerOf(name, cell);
    const params = paramsFor(contract.path);
    const statusFor = async (as: string | undefined): Promise<number> =>
      (await call(handler, contract, as === undefined ? { params } : { params, as })).status;

    if (contract.access === 'public') {
      expect(await statusFor(undefined)).not.toBe(401);
      return;
    }
    expect(await statusFor(undefined), 'nobody').toBe(401);
    if (contract.access === 'task-link') {
      for (const role of roles) expect(await statusFor(`${role}@630100`), role).toBe(401);
      return;
    }
    for (const role of roles) {
      const status = await statusFor(`${role}@630100`);
      if (contract.access.includes(role)) expect([401, 403], role).not.toContain(status);
      else expect(status, role).toBe(403);
      expect(await statusFor(`${role}@620100`), `${role} of another city`).toBe(401);
    }
  });
});

describe('the matrix as a whole', () => {
  const access = (role: Role): readonly string[] =>
    CATALOG.flatMap(({ routes }) => routes)
      .filter((contract) => admits(contract, role))
      .map(({ operationId }) => operationId)
      .sort();

  it('opens nothing but the system’s own pages to the public', () => {
    const open = CATALOG.flatMap(({ routes }) => routes).filter((contract) => contract.access === 'public');
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([
      'readDocs',
      'readDocsFile',
      'readHealth',
      'readOpenApi',
    ]);
  });

  it('lets a duty phone with a link do what the task needs, and nothing else', () => {
    const open = CATALOG.flatMap(({ routes }) => routes).filter((contract) => contract.access === 'task-link');
    expect(open.map(({ operationId }) => operationId).sort()).toEqual([
      'acceptTaskByPhone',
      'counterProposeTaskByPhone',
      'declineTaskByPhone',
      'finishTaskByPhone',
      'giveTaskFeedbackByPhone',
      'readTaskByPhone',
      'reportTaskProgressByPhone',
      'signPhoneIn',
    ]);
    for (const { path } of open) expect(path).toMatch(/^\/v1\/phone\/tasks\/\{taskId\}/);
  });

  it.each(roles)('%s', (role) => {
    expect(access(role)).toMatchSnapshot();
  });

  it('lets only a representative bind the city', () => {
    // Goods are committed on the city's own books; what binds it is the commitment to another city, which says so.
    const binding = CATALOG.flatMap(({ routes }) => routes).filter(
      ({ operationId, tag }) =>
        tag !== 'stock' && /^(proposeAgreement|countersignAgreement|requisition|commit)/i.test(operationId),
    );
    expect(binding.length).toBeGreaterThan(3);
    for (const contract of binding) expect(contract.access, contract.operationId).toEqual(['representative']);
  });

  it('gives an auditor nothing to write but how they are told themselves', () => {
    const writing = CATALOG.flatMap(({ routes }) => routes).filter(
      (contract) => contract.method !== 'GET' && admits(contract, 'auditor') && !contract.path.startsWith('/v1/me/'),
    );
    expect(writing).toEqual([]);
  });
});
