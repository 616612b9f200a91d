import type { ExecutingCell } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import { partsOf } from '../../shared/domain/package/package-state.ts';
import { packageConversation } from '../../shared/exchange/conversations/package.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../shared/http/views/received-request.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { partsAmong } from '../../shared/lambda/package-parts.ts';
import { onRequest } from './on-request.ts';

const { answerFromPackage: contract } = receivedRequestRoutes;

/** Answers an item from a package, which is read first, because it says which teams, equipment and vehicles are to be read. */
export const answerFromPackage = (cell: ExecutingCell): BoundRoute =>
  implement(contract, async (input) => {
    const known = (await load(cell.store, packageConversation, input.body.packageId))?.state;
    const route = onRequest(cell, contract, {
      alsoLoad: () => (known ? partsOf(known.details) : []),
      command: ({ body: { itemId, reason } }, others) => ({
        type: 'answer-from-package',
        ...{ itemId, reason, package: known },
        parts: known ? partsAmong(others, known.details) : { teams: [], assets: [] },
      }),
    });
    return (await route.run(input)) as RouteOutput<ReceivedRequestView>;
  });
