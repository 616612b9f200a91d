import Checkbox from 'antd/es/checkbox';
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

interface AgreementChoicesProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (agreementIds: string[]) => void;
  readonly exercise?: boolean;
}

/** Asks under which agreements, one or more. */
export const AgreementChoices = ({ id, value = [], onChange, exercise }: AgreementChoicesProps): ReactNode => (
  <div {...(id === undefined ? {} : { id })}>
    {useAgreementChoices(exercise).map(([agreementId, name]) => (
      <Checkbox
        key={agreementId}
        checked={value.includes(agreementId)}
        onChange={({ target }) =>
          onChange?.(target.checked ? [...value, agreementId] : value.filter((one) => one !== agreementId))
        }
      >
        {name}
      </Checkbox>
    ))}
  </div>
);
