import type { ReactNode } from 'react';
import type { LookupFacets as Facets } from '../../../shared/domain/lookup/lookup-query.ts';
import type { RegistryEntryKind } from '../../../shared/domain/registry/registry-entry.ts';
import { HAZARDS, type Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import type { LookupAsked } from './lookup-query.ts';
import { LOOKUP } from './lookup-words.ts';

interface LookupFacetsProps {
  readonly facets: Facets;
  readonly query: LookupAsked;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const FACETS = ['kind', 'city', 'resourceKind', 'level', 'hazard', 'language'] as const;
type Facet = (typeof FACETS)[number];

/** @returns how to say a value of a facet. */
const useValueName = (): ((facet: Facet, value: string) => string) => {
  const { say, read, language } = useSpeech(LOOKUP);
  const languages = new Intl.DisplayNames([language === 'zh' ? 'zh-CN' : 'en'], { type: 'language' });
  return (facet, value) => {
    switch (facet) {
      case 'kind':
        return read(AGGREGATE_KIND_NAMES[value as RegistryEntryKind]);
      case 'city':
        return read(cityName(value));
      case 'resourceKind':
        return read(RESOURCE_KINDS[value as ResourceKind]);
      case 'level':
        return say('level', { level: value });
      case 'hazard':
        return read(HAZARDS[value as Hazard]);
      case 'language':
        return languages.of(value) ?? value;
    }
  };
};

/** What was found, counted by what can be asked for besides; the value that is asked for can be taken off again. */
export const LookupFacets = ({ facets, query, onChange }: LookupFacetsProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const nameOf = useValueName();
  return (
    <aside className="lookup-facets" aria-label={say('facets')}>
      {FACETS.map((facet) => {
        const asked = query[facet] === undefined ? undefined : String(query[facet]);
        const counts = Object.entries(facets[facet]).sort(([, one], [, other]) => other - one);
        const values = asked === undefined || asked in facets[facet] ? counts : [[asked, 0] as const, ...counts];
        return (
          values.length > 0 && (
            <fieldset key={facet}>
              <legend>{say(`facet.${facet}`)}</legend>
              {values.map(([value, count]) => (
                <button
                  key={value}
                  type="button"
                  className="facet"
                  aria-pressed={asked === value}
                  onClick={() => onChange({ [facet]: asked === value ? undefined : value })}
                >
                  {nameOf(facet, value)} <span className="facet-count">{count}</span>
                </button>
              ))}
            </fieldset>
          )
        );
      })}
    </aside>
  );
};
