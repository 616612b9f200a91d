import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { HAZARDS, type Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { AgreementChoice } from '../parts/agreement-choice.tsx';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { Required } from './fields.tsx';
import { OFFERS } from './offers-words.ts';

/** What is entered of any offer; named by its path in the body. */
export interface TermsEntry {
  readonly agreementId: string;
  readonly subject: {
    readonly hazard: Hazard;
    readonly incidentId?: string | undefined;
    readonly description?: string | undefined;
  };
  readonly availableFrom?: string | undefined;
  readonly availableUntil: string;
  readonly exercise?: boolean | undefined;
}

/** @returns the terms as the API takes them: what was not said is left out. */
export const termsOf = ({ subject, availableFrom, exercise = false, ...terms }: TermsEntry) => ({
  ...terms,
  exercise,
  subject: {
    hazard: subject.hazard,
    ...(subject.incidentId === undefined ? {} : { incidentId: subject.incidentId }),
    ...(subject.description === undefined ? {} : { description: subject.description }),
  },
  ...(availableFrom === undefined ? {} : { availableFrom }),
});

interface OfferTermsFieldsProps {
  /** Whether it is known by itself from when on the help is there. */
  readonly isBeginOptional?: boolean;
}

/** Asks to whom, what for, and for how long help is offered. */
export const OfferTermsFields = ({ isBeginOptional = false }: OfferTermsFieldsProps): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const told = useRead(partnerIncidentRoutes.listPartnerIncidents, { query: { limit: 100 } }).data?.body.items ?? [];
  const incidents = told.map(
    ({ incidentId, city, title }) => [incidentId, `${read(cityName(city))} · ${title}`] as const,
  );
  return (
    <>
      <div className="columns">
        <Required name={['agreementId']} label={say('field.agreement')}>
          <AgreementChoice />
        </Required>
        <Required name={['subject', 'hazard']} label={say('field.hazard')}>
          <Choice options={choicesOf(HAZARDS, read)} />
        </Required>
        <Form.Item name={['subject', 'incidentId']} label={say('field.incident')}>
          <Choice<string> options={incidents} none={say('field.incident.none')} />
        </Form.Item>
      </div>
      <WordsField name={['subject', 'description']} label={say('field.description')} optional />
      <div className="columns">
        {isBeginOptional ? (
          <Form.Item name="availableFrom" label={say('field.from.package')}>
            <InstantInput />
          </Form.Item>
        ) : (
          <Required name={['availableFrom']} label={say('field.from')}>
            <InstantInput />
          </Required>
        )}
        <Required name={['availableUntil']} label={say('field.until')}>
          <InstantInput />
        </Required>
      </div>
      <Form.Item name="exercise" valuePropName="checked">
        <Checkbox>{say('field.exercise')}</Checkbox>
      </Form.Item>
    </>
  );
};
