import type { ReactNode } from 'react';
import type { PackageSummary } from '../../../shared/domain/package/package-mission.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { CostsShown } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { Panel } from '../parts/screen.tsx';
import { OFFERS } from './offers-words.ts';

/** What is offered, each kind with its teams and its price. */
export const OfferedResources = ({ view: { resources } }: { readonly view: OfferView }): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const named = useNamed();
  return (
    <Facts
      facts={resources.map(({ resourceId, kind, level, quantity, teams, costs }) => [
        say('resource', { kind: read(RESOURCE_KINDS[kind]), level, quantity }),
        <span key={resourceId}>
          {teams.length === 0 ? say('resource.unnamed') : named({ teams })}
          <br />
          <CostsShown costs={costs} />
        </span>,
      ])}
    />
  );
};

/** What whoever gets a package must know of it. */
export const OfferedPackage = ({ summary }: { readonly summary: PackageSummary }): ReactNode => {
  const { say } = useSpeech(OFFERS);
  const { name, mission, capability, limitations, logisticsNeeded, footprint } = summary;
  const { estimatedDeparture, estimatedArrival } = summary;
  return (
    <Panel title={say('package', { name })}>
      <Facts
        facts={[
          [say('package.mission'), mission],
          [say('package.capability'), capability],
          [say('package.limitations'), limitations],
          [say('package.logistics'), logisticsNeeded],
          [say('package.footprint'), footprint],
          [say('package.departure'), <Moment key="departure" at={estimatedDeparture} />],
          [say('package.arrival'), estimatedArrival && <Moment at={estimatedArrival} />],
        ]}
      />
    </Panel>
  );
};
