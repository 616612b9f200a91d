import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import type { CallOutView } from '../../../shared/http/views/call-out.ts';
import type { ExpertView } from '../../../shared/http/views/expert.ts';
import type { Desk } from '../desks.ts';
import type { CallOutEntry, ExpertEntry } from '../payloads.ts';

/** Has the coordinator appoint an expert. */
export const appointExpert = async (desk: Desk, city: CityCode, body: ExpertEntry): Promise<ExpertView> =>
  (await desk('coordinator', city).call(expertRoutes.appointExpert, { body })).body;

/** Has the coordinator call experts out. */
export const openCallOut = async (desk: Desk, city: CityCode, body: CallOutEntry): Promise<CallOutView> =>
  (await desk('coordinator', city).call(callOutRoutes.openCallOut, { body })).body;
