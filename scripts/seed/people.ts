import type { Introduction } from '../../infra/local/demo-people.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { agencyRoutes } from '../../shared/http/routes/agencies.ts';
import { expertRoutes } from '../../shared/http/routes/experts.ts';
import type { Desk } from '../walkthrough/desks.ts';

/** More than any demo city has. */
const ALL = 100;

const officersOf = async (desk: Desk, city: CityCode): Promise<readonly Introduction[]> => {
  const { body } = await desk('coordinator', city).call(agencyRoutes.listAgencies, { query: { limit: ALL } });
  return body.items.map(({ agencyId, name, nameEn = name }) => ({
    id: `agency-officer@${city}/${agencyId}`,
    title: { zh: `${name}值班员`, en: `Officer of ${nameEn}` },
    city,
    role: 'agency-officer' as const,
    agency: agencyId,
  }));
};

const expertsOf = async (desk: Desk, city: CityCode): Promise<readonly Introduction[]> => {
  const coordinator = desk('coordinator', city);
  const { body } = await coordinator.call(expertRoutes.listExperts, { query: { limit: ALL } });
  return Promise.all(
    body.items.map(async ({ expertId }) => {
      const { body: expert } = await coordinator.call(expertRoutes.readExpert, { params: { expertId } });
      const { personId, name, nameEn = name } = expert;
      return { id: personId, title: { zh: `专家${name}`, en: `Expert ${nameEn}` }, city, role: 'expert' as const };
    }),
  );
};

/** Introduces the officers of a city's agencies, and its experts, to the development issuer: whoever its data speak of can sign in. */
export const introducePeople = async (desk: Desk, city: CityCode, url: string): Promise<void> => {
  const people = [...(await officersOf(desk, city)), ...(await expertsOf(desk, city))];
  const response = await fetch(`${url}/_local/people`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(people),
  });
  if (!response.ok) throw new Error(`nobody was introduced: ${response.status} ${await response.text()}`);
};
