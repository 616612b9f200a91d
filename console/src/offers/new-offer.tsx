import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import Segmented from 'antd/es/segmented';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Costs } from '../../../shared/domain/vocabulary/costs.ts';
import { type CapabilityLevel, TEAM_KINDS, type TeamKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { packageRoutes } from '../../../shared/http/routes/packages.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { CostsFields } from '../parts/costs-fields.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Required } from './fields.tsx';
import { LevelChoice } from './level-choice.tsx';
import { OfferTermsFields, type TermsEntry, termsOf } from './offer-terms-fields.tsx';
import { OFFERS } from './offers-words.ts';
import { spent } from './reply-values.ts';

const WAYS = ['package', 'teams'] as const;

/** Offers help to a partner that has not asked for it: a mission-ready package, or teams of a kind. */
export const NewOffer = (): ReactNode => {
  const { say } = useSpeech(OFFERS);
  const may = useMay();
  const [way, setWay] = useState<(typeof WAYS)[number]>('package');
  return (
    <Screen title={say('new')}>
      <Panel
        title={say('new')}
        actions={
          <Segmented
            aria-label={say('make.way')}
            value={way}
            options={WAYS.map((value) => ({ value, label: say(`make.${value}`) }))}
            onChange={setWay}
          />
        }
      >
        {way === 'package' ? may(packageRoutes.offerPackage) && <PackageForm /> : <TeamsForm />}
      </Panel>
    </Screen>
  );
};

/** @returns what shows the offer once it is made. */
const useShow = () => {
  const navigate = useNavigate();
  return ({ body: { offerId } }: { readonly body: OfferView }) => void navigate(`/offers/${offerId}`);
};

interface PackageEntry extends TermsEntry {
  readonly packageId: string;
}

const PackageForm = (): ReactNode => {
  const { say, language } = useSpeech(OFFERS);
  const command = useCommand(packageRoutes.offerPackage);
  const show = useShow();
  const packages = useRead(packageRoutes.listPackages, { query: { limit: 30 } }).data?.body.items ?? [];
  const options = packages
    .filter(({ condition }) => condition !== 'retired')
    .map(({ packageId, name, nameEn = name, condition }) => {
      const called = language === 'en' ? nameEn : name;
      return [packageId, condition === 'available' ? called : say('package.not-now', { name: called })] as const;
    });
  return (
    <CommandForm<PackageEntry, Parameters<typeof command.run>[0], OfferView>
      command={command}
      inputOf={({ packageId, ...terms }) => ({ params: { packageId }, body: termsOf(terms) })}
      submit={say('make.submit')}
      onDone={show}
    >
      <p>{say('make.explained')}</p>
      <Required name={['packageId']} label={say('field.package')}>
        <Choice options={options} />
      </Required>
      <OfferTermsFields isBeginOptional />
    </CommandForm>
  );
};

interface TeamsEntry extends TermsEntry {
  readonly resources: readonly [
    { readonly kind: TeamKind; readonly level: CapabilityLevel; readonly quantity: number; readonly costs?: Costs },
  ];
}

const TeamsForm = (): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const command = useCommand(offerRoutes.makeOffer);
  const show = useShow();
  return (
    <CommandForm<TeamsEntry, Parameters<typeof command.run>[0], OfferView>
      command={command}
      initialValues={{ resources: [{ kind: 'general-rescue', level: 2, quantity: 1 }] }}
      inputOf={({ resources: [{ costs = {}, ...resource }], availableFrom = '', ...terms }) => ({
        body: { ...termsOf(terms), availableFrom, resources: [{ ...resource, costs: spent(costs) }] },
      })}
      submit={say('make.submit')}
      onDone={show}
    >
      <div className="columns">
        <Required name={['resources', 0, 'kind']} label={say('field.kind')}>
          <Choice options={choicesOf(TEAM_KINDS, read)} />
        </Required>
        <Form.Item name={['resources', 0, 'level']} label={say('field.level')}>
          <LevelChoice nameOf={(level) => say('level', { level })} />
        </Form.Item>
        <Required name={['resources', 0, 'quantity']} label={say('field.quantity')}>
          <InputNumber precision={0} />
        </Required>
      </div>
      <OfferTermsFields />
      <CostsFields name={['resources', 0, 'costs']} />
    </CommandForm>
  );
};
