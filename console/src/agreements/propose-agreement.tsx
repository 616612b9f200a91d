import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import type { AgreementTermsSchema } from '../../../shared/domain/agreement/agreement-terms.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { useDesk } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { TypedFingerprint } from './fingerprint.tsx';
import { OwnFingerprint } from './own-fingerprint.tsx';
import { TermsFields } from './terms-fields.tsx';

interface Proposal {
  readonly partner: string;
  readonly partnerKeyId: string;
  readonly exercise: boolean;
  readonly terms: z.input<typeof AgreementTermsSchema>;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** What most agreements say; the rest is entered. Moments are whole minutes, as the fields write them. */
const usualTerms = (now: number): Partial<Proposal['terms']> => {
  const begins = new Date(Math.floor(now / 60_000) * 60_000).toISOString();
  return {
    validFrom: begins,
    validUntil: plus(begins, YEAR_MS),
    hazards: ['flood', 'earthquake', 'geological'],
    resourceKinds: [],
    replyWithinMinutes: 120,
    payment: {
      personnel: 'requesting-side',
      travel: 'requesting-side',
      equipment: 'assisting-side',
      commodities: 'requesting-side',
      other: 'shared-equally',
    },
    preAuthorised: [],
    arming: 'always',
    listings: { team: true, package: true, agency: false, expert: false, stock: false },
  };
};

/** Proposes an agreement to a city whose representative is on the telephone. */
export const ProposeAgreement = (): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const { city } = useDesk();
  const navigate = useNavigate();
  const propose = useCommand(agreementRoutes.proposeAgreement);
  const partners = CITIES.filter(({ code }) => code !== city.code).map(({ code, name }) => [code, read(name)] as const);
  return (
    <Screen title={say('propose.title')}>
      <Panel title={say('keys.title')}>
        <p>{say('propose.steps')}</p>
        <OwnFingerprint />
      </Panel>
      <CommandForm<Proposal, Parameters<typeof propose.run>[0], AgreementView>
        command={propose}
        initialValues={{ partnerKeyId: '', exercise: false, terms: usualTerms(Date.now()) as Proposal['terms'] }}
        inputOf={(body) => ({ body })}
        submit={say('propose.title')}
        onDone={({ body: { agreementId } }) => void navigate(`/agreements/${agreementId}`)}
      >
        <Form.Item name="partner" label={say('column.partner')}>
          <Choice options={partners} />
        </Form.Item>
        <TypedFingerprint name="partnerKeyId" label={say('propose.partner-fingerprint')} />
        <TermsFields />
        <Form.Item name="exercise" valuePropName="checked">
          <Checkbox>{say('propose.exercise')}</Checkbox>
        </Form.Item>
      </CommandForm>
    </Screen>
  );
};
