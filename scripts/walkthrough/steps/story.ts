import type * as z from 'zod';
import type { Story, StoryMessage } from '../../../shared/data/story.ts';
import type { StoryFile } from '../../../shared/data/story-file.ts';
import type { Verification } from '../../../shared/data/verify-story.ts';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { type ExportableSchema, ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { Desk } from '../desks.ts';

/** @returns everything a city's ledger holds of a thing and of what came of it, as its auditor reads it. */
export const readStory = async (desk: Desk, city: CityCode, kind: AggregateKind, id: string): Promise<Story> =>
  (await desk('auditor', city).call(ledgerRoutes.readStory, { params: { kind, id } })).body;

/** @returns whether chains and signatures hold, as the city's own service finds. */
export const verifyStory = async (desk: Desk, city: CityCode, kind: AggregateKind, id: string): Promise<Verification> =>
  (await desk('auditor', city).call(ledgerRoutes.verifyStory, { params: { kind, id } })).body;

/** What is between cities, and can be exported. */
export type Exportable = z.infer<typeof ExportableSchema>;

/** @returns the file that verifies without the service. */
export const exportStory = async (desk: Desk, city: CityCode, kind: Exportable, id: string): Promise<StoryFile> =>
  (await desk('auditor', city).call(ledgerRoutes.exportStory, { params: { kind, id } })).body;

/** @returns the messages of all chapters. */
export const messagesOf = ({ chapters }: Story): readonly StoryMessage[] =>
  chapters.flatMap(({ messages }) => messages);
