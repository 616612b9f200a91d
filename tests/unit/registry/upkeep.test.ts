import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyStateSchema } from '../../../shared/domain/agency/agency-state.ts';
import { evolveAgency } from '../../../shared/domain/agency/evolve-agency.ts';
import { evolveExpert } from '../../../shared/domain/expert/evolve-expert.ts';
import { ExpertStateSchema } from '../../../shared/domain/expert/expert-state.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import {
  CONFIRMED_LIST,
  EXPIRING_LIST,
  isStale,
  staleBefore,
  upkeepListings,
  upkeepRange,
} from '../../../shared/domain/registry/upkeep.ts';
import { evolveTeam } from '../../../shared/domain/team/evolve-team.ts';
import { TeamStateSchema } from '../../../shared/domain/team/team-state.ts';
import { upkeepView } from '../../../shared/http/views/upkeep.ts';
import { agencyDetails, anAgency } from '../../builders/agency.ts';
import { NOW } from '../../builders/circumstances.ts';
import { anExpert, someExpertDetails } from '../../builders/expert.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';

const entry = { kind: 'team', id: TEAM_ID, name: '一队' } as const;
const STALE_AFTER_DAYS = 180;

describe('rows of the upkeep', () => {
  it('are one for when an entry was confirmed and one for each thing that ends, in order of time', () => {
    const endings = [
      { what: 'certification', at: plus(NOW, DAY_MS) },
      { what: 'insurance', at: NOW },
    ] as const;
    expect(upkeepListings({ ...entry, confirmedAt: NOW, endings })).toEqual([
      { list: CONFIRMED_LIST, sort: `${NOW}#team#${TEAM_ID}`, card: { ...entry, confirmedAt: NOW } },
      {
        list: EXPIRING_LIST,
        sort: `${plus(NOW, DAY_MS)}#team#${TEAM_ID}#certification`,
        card: { ...entry, what: 'certification', endsAt: plus(NOW, DAY_MS) },
      },
      {
        list: EXPIRING_LIST,
        sort: `${NOW}#team#${TEAM_ID}#insurance`,
        card: { ...entry, what: 'insurance', endsAt: NOW },
      },
    ]);
    expect(upkeepListings(entry)).toEqual([]);
  });

  it('stand in the range of the stale exactly when the entry is flagged stale', () => {
    const ages = fc.integer({ min: -2 * STALE_AFTER_DAYS * DAY_MS, max: 0 });
    fc.assert(
      fc.property(ages, (age) => {
        const confirmedAt = plus(NOW, age);
        const [row] = upkeepListings({ ...entry, confirmedAt });
        const [from, until] = upkeepRange(undefined, staleBefore(NOW, STALE_AFTER_DAYS));
        const isListed = row !== undefined && from <= row.sort && row.sort <= until;
        expect(isListed).toBe(isStale({ confirmedAt }, NOW, STALE_AFTER_DAYS));
      }),
    );
    expect(isStale({ confirmedAt: staleBefore(NOW, STALE_AFTER_DAYS) }, NOW, STALE_AFTER_DAYS)).toBe(false);
  });
});

describe('entries from before confirmations were kept', () => {
  const without = <T extends object>(state: T): Omit<T, 'confirmedAt'> => {
    const { confirmedAt: _, ...rest } = state as T & { confirmedAt?: unknown };
    return rest;
  };
  const at = plus(NOW, DAY_MS);

  it('are read as they are, count as stale, and are fresh once they are confirmed', () => {
    const team = TeamStateSchema.parse(without(aTeam()));
    const agency = AgencyStateSchema.parse(without(anAgency()));
    const expert = ExpertStateSchema.parse(without(anExpert()));
    const confirmed = [
      evolveTeam(team, { type: 'teamConfirmed', at }),
      evolveAgency(agency, { type: 'agencyConfirmed', at }),
      evolveExpert(expert, { type: 'expertConfirmed', at }),
    ];
    const now = { now: at, staleAfterDays: STALE_AFTER_DAYS };
    for (const state of [team, agency, expert]) expect(upkeepView(state, now)).toEqual({ stale: true });
    for (const state of confirmed) expect(upkeepView(state, now)).toEqual({ confirmedAt: at, stale: false });
    expect(upkeepView(team, now, false)).toEqual({ stale: false });
  });

  it('keep what events of that time leave unsaid', () => {
    expect(evolveTeam(aTeam(), { type: 'teamChanged', details: someDetails() }).confirmedAt).toBe(NOW);
    expect(evolveAgency(anAgency(), { type: 'agencyChanged', details: agencyDetails() }).confirmedAt).toBe(NOW);
    expect(evolveExpert(anExpert(), { type: 'expertChanged', details: someExpertDetails() }).confirmedAt).toBe(NOW);
  });
});
