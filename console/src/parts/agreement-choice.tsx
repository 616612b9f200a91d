import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from './choice.tsx';
import { PARTS } from './part-words.ts';

/** @returns the agreements in force, each with the partner's name before its title; drills' and real ones apart. */
export const useAgreementChoices = (exercise?: boolean): readonly (readonly [agreementId: string, name: string])[] => {
  const { read } = useSpeech(PARTS);
  const { code } = useDesk().city;
  const agreements = useRead(agreementRoutes.listAgreements, { query: { status: 'in-force', limit: 100 } });
  return (agreements.data?.body.items ?? [])
    .filter((one) => exercise === undefined || one.exercise === exercise)
    .map(({ agreementId, proposer, partner, title }) => [
      agreementId,
      `${read(cityName(proposer === code ? partner : proposer))} · ${title}`,
    ]);
};

interface AgreementChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (agreementId: string | undefined) => void;
}

/** Asks under which agreement. */
export const AgreementChoice = (props: AgreementChoiceProps): ReactNode => (
  <Choice {...props} options={useAgreementChoices()} />
);
