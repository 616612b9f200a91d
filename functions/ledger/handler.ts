import type { Reference } from '../../shared/data/loaded.ts';
import { readStory, type Story } from '../../shared/data/story.ts';
import { storyFile } from '../../shared/data/story-file.ts';
import { verifyStory } from '../../shared/data/verify-story.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { problems } from '../../shared/http/problems.ts';
import { ledgerRoutes } from '../../shared/http/routes/ledger.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { knownKeys } from './known-keys.ts';
import { searchLedgers } from './search.ts';
import { withoutPersonalData } from './without-personal-data.ts';

export type LedgerCell = HttpCell & Pick<Cell, 'store' | 'signer' | 'verifier' | 'clock'>;

/** Stories, their verification and their export. */
export const createHandler = (cell: LedgerCell) => {
  const storyOf = async (reference: Reference): Promise<Story> => {
    const story = await readStory(cell.store, CONVERSATIONS, cell.city, reference);
    if (!story) throw problems.notFound(AGGREGATE_KIND_NAMES[reference.kind], reference.id);
    return story;
  };
  return createHttpHandler(cell, [
    implement(ledgerRoutes.searchLedgers, async ({ query }) => ({ body: await searchLedgers(cell, query) })),
    implement(ledgerRoutes.readStory, async ({ params }) => ({
      body: withoutPersonalData(await storyOf(params)),
    })),
    implement(ledgerRoutes.verifyStory, async ({ params }) => {
      const story = await storyOf(params);
      return {
        body: await verifyStory(story, await knownKeys(cell, CONVERSATIONS, story), cell.verifier, CONVERSATIONS),
      };
    }),
    implement(ledgerRoutes.exportStory, async ({ params }) => {
      const story = await storyOf(params);
      return {
        body: await storyFile(story, await knownKeys(cell, CONVERSATIONS, story), cell.signer, cell.clock.now()),
      };
    }),
  ]);
};
