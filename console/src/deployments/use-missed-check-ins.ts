import { boardRoutes } from '../../../shared/http/routes/board.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';

const MOST = 200;

/** @returns the deployments whose team has not checked in in time, real ones and those of drills. */
export const useMissedCheckIns = (): ReadonlySet<string> => {
  const may = useMay()(boardRoutes.readBoard);
  const query = { view: 'overdue', handOff: 'check-in', limit: MOST } as const;
  const real = useRead(boardRoutes.readBoard, { query }, may);
  const drills = useRead(boardRoutes.readBoard, { query: { ...query, exercise: 'true' } }, may);
  return new Set([real, drills].flatMap(({ data }) => (data?.body.items ?? []).map(({ id }) => id)));
};
