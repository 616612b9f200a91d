import { describe, expect, it } from 'vitest';
import { agency } from '../../../shared/domain/agency/agency.ts';
import type { AgreementTerms } from '../../../shared/domain/agreement/agreement-terms.ts';
import { expert } from '../../../shared/domain/expert/expert.ts';
import { coveredEntry } from '../../../shared/domain/listing-share/covered-entry.ts';
import { PartnerEntrySchema, partnerEntry } from '../../../shared/domain/registry/partner-entry.ts';
import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { team } from '../../../shared/domain/team/team.ts';
import { agencyContacts, anAgency } from '../../builders/agency.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { anExpert, someExpertContact, someExpertDetails } from '../../builders/expert.ts';
import { aTeam, someContact, someDetails } from '../../builders/team.ts';

const entryOf = (entry: RegistryEntry | undefined): RegistryEntry => {
  if (!entry) throw new Error('it can be had');
  return entry;
};
const anEntry = {
  team: () => entryOf(team.registryEntry?.(aTeam(), LANZHOU)),
  agency: () => entryOf(agency.registryEntry?.(anAgency(), LANZHOU)),
  expert: () =>
    entryOf(
      expert.registryEntry?.(
        anExpert({
          details: someExpertDetails({ nameEn: 'Zhuanjia Jia' }),
          appraisals: [
            {
              callOutId: aTeam().id,
              grade: 2,
              words: '一般',
              by: { id: 'x', name: '虚构协调员' },
              at: '2026-07-01T00:00:00.000Z',
            },
          ],
        }),
        LANZHOU,
      ),
    ),
};
const said = (entry: unknown): string => JSON.stringify(entry);

describe('what a partner is told', () => {
  it('of an expert names nobody: not the person, the employer, the appraisal, nor where exactly they are', () => {
    const entry = partnerEntry(anEntry.expert());
    const { name, employer, personId, position } = someExpertDetails();
    for (const personal of [
      name,
      'Zhuanjia',
      employer,
      personId,
      position.place,
      ...Object.values(someExpertContact()),
    ])
      expect(said(entry)).not.toContain(personal);
    expect(entry.expertise).toEqual({
      class: 'natural-disaster',
      subgroup: '地质灾害防治组',
      title: '正高级工程师',
      groupLead: false,
    });
    expect(entry).toMatchObject({
      name: '地质灾害防治组 正高级工程师',
      words: ['滑坡监测预警', '泥石流防治'],
      position: { latitude: 36.6, longitude: 101.8, place: LANZHOU },
    });
  });

  it('of teams and agencies names nobody and no telephone', () => {
    const contacts = [someContact(), ...agencyContacts()].flatMap(({ name, telephone }) => [name, telephone]);
    const text = said([partnerEntry(anEntry.team()), partnerEntry(anEntry.agency())]);
    for (const personal of [...contacts, someDetails().leader.name, someDetails().leader.personId])
      expect(text).not.toContain(personal);
    expect(text).toContain(someDetails().name);
  });

  it.each([
    '值班电话 0971-5550000',
    '+86 139 0000 0007',
    '联系人王某 13900000007',
    '(0971) 555 0000',
    'zhuanjia@example.com',
  ])('leaves out a way to reach somebody, wherever it was written: %s', (contact) => {
    const entry = anEntry.team();
    const told = partnerEntry({
      ...entry,
      name: `${entry.name} ${contact}`,
      nameEn: `Team ${contact}`,
      words: ['冲锋舟', contact],
      position: { ...entry.position, place: `${entry.position.place} ${contact}` },
    });
    const digits = contact.replace(/[^\d@]/gu, '');
    expect(said(told).replace(/[^\d@]/gu, '')).not.toContain(digits);
    expect(told.words).toEqual(['冲锋舟']);
    expect(told.name).toContain(entry.name);
  });

  it('keeps numbers that reach nobody', () => {
    const entry = { ...anEntry.team(), words: ['3000 m³/h 排水车', '2×15 kW'] };
    expect(partnerEntry(entry).words).toEqual(entry.words);
  });

  it('is bounded, whatever the registry holds', () => {
    const long = '长'.repeat(2000);
    const blocked = Array.from({ length: 200 }, (_, day) => ({
      from: new Date(Date.UTC(2026, 0, day + 1)).toISOString(),
      until: new Date(Date.UTC(2026, 0, day + 2)).toISOString(),
    }));
    const entry = partnerEntry({ ...anEntry.team(), words: Array.from({ length: 100 }, () => long), blocked });
    expect(PartnerEntrySchema.safeParse(entry).success).toBe(true);
    expect(Buffer.byteLength(said(entry))).toBeLessThan(10_000);
    expect(entry.blocked.at(-1)).toEqual(blocked.at(-1));
  });
});

const sharing = (listings: Partial<NonNullable<AgreementTerms['listings']>>) => ({
  team: false,
  agency: false,
  expert: false,
  stock: false,
  package: false,
  ...listings,
});

describe('what an agreement covers', () => {
  it('is teams and packages where it says nothing else', () => {
    const terms = someTerms();
    expect(coveredEntry(anEntry.team(), terms)).toEqual(partnerEntry(anEntry.team()));
    expect(coveredEntry({ ...anEntry.team(), kind: 'package' }, terms)).toBeDefined();
    expect(coveredEntry(anEntry.agency(), someTerms({ resourceKinds: ['mine-rescue'] }))).toBeUndefined();
    expect(coveredEntry(anEntry.expert(), terms)).toBeUndefined();
  });

  it('is what it says', () => {
    const terms = someTerms({ listings: sharing({ expert: true }) });
    expect(coveredEntry(anEntry.team(), terms)).toBeUndefined();
    expect(coveredEntry(anEntry.expert(), terms)).toMatchObject({ hazards: ['flood'] });
  });

  it('leaves out of an entry what could not be asked for', () => {
    const terms = someTerms({ resourceKinds: ['mine-rescue'], hazards: ['mine'], listings: sharing({ agency: true }) });
    const able = {
      ...anEntry.agency(),
      capabilities: [...anEntry.agency().capabilities, { kind: 'firefighting' as const, level: 2 as const }],
    };
    expect(coveredEntry(able, terms)).toMatchObject({
      capabilities: [{ kind: 'mine-rescue', level: 1 }],
      hazards: ['mine'],
    });
  });

  it.each([
    ['kind', { resourceKinds: ['mine-rescue' as const] }],
    ['hazard', { hazards: ['fire' as const] }],
  ])('is no entry without a %s that it names', (_what, terms) => {
    expect(coveredEntry(anEntry.team(), someTerms(terms))).toBeUndefined();
  });

  it('does not ask hazards or teams of what has none', () => {
    const stock = { ...anEntry.team(), kind: 'stock' as const, capabilities: [], hazards: [] };
    expect(coveredEntry(stock, someTerms({ listings: sharing({ stock: true }) }))).toBeDefined();
  });
});
