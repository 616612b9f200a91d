import { aFlood } from '../payloads.ts';
import { type Stage, XINING } from '../stage.ts';
import { openIncident } from '../steps/request.ts';

/** The river rises. @returns the incident's id. */
export const floodBegins = async ({ desk, tell, now }: Stage): Promise<string> => {
  const flood = aFlood(XINING, now());
  const incidentId = await openIncident(desk, XINING, flood);
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `登记突发事件“${flood.title}”，${flood.responseLevel}级响应：${flood.description}`,
      en: `Opens an incident: the Nanchuan river floods two neighbourhoods, response level ${flood.responseLevel}.`,
    },
  });
  return incidentId;
};
