import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { DrillState } from './drill-state.ts';

/** @returns the injects that the duty room has yet to say something about, while the drill goes on. */
export const drillDeadlines = (state: DrillState): readonly OpenDeadline[] => {
  if (state.status !== 'running' && state.status !== 'paused') return [];
  return state.outcomes.flatMap(({ key, at: since, handled, failure }): readonly OpenDeadline[] => {
    const inject = state.script.injects.find((each) => each.key === key);
    if (!inject || inject.handleWithinMinutes === undefined || handled || failure) return [];
    const { zh, en } = inject.title;
    return [
      {
        ...{ handOff: 'drill-inject', key, since, due: plus(since, inject.handleWithinMinutes * MINUTE_MS) },
        waitsFor: { who: 'duty-room' },
        what: { zh: `处置演练“${state.script.title}”的投送“${zh}”`, en: `Handle the inject "${en}" of a drill` },
      },
    ];
  });
};
