import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { ReasonedAct } from '../parts/reasoned-act.tsx';
import { Panel } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { Fingerprint, TypedFingerprint } from './fingerprint.tsx';
import { actOn, type HeldAgreement } from './held-agreement.ts';
import { OwnFingerprint } from './own-fingerprint.tsx';

interface Typed {
  readonly proposerKeyId: string;
}

/** A proposal that waits for this city: comparing fingerprints on the telephone, countersigning, refusing. */
export const SigningPanel = (held: HeldAgreement): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const { city } = useDesk();
  const may = useMay();
  const sign = useCommand(agreementRoutes.countersignAgreement);
  const refuse = useCommand(agreementRoutes.refuseAgreement);
  const { status, proposer, keys } = held.agreement;
  const key = keys[proposer];
  if (status !== 'proposed' || proposer === city.code || !may(agreementRoutes.countersignAgreement) || !key)
    return null;
  return (
    <Panel title={say('sign.title')}>
      <p>{say('sign.explain', { city: read(cityName(proposer)) })}</p>
      <Fingerprint label={say('sign.proposal-key')} fingerprint={key.fingerprint} />
      <OwnFingerprint />
      <CommandForm<Typed, Parameters<typeof sign.run>[0], unknown>
        command={sign}
        initialValues={{ proposerKeyId: '' }}
        inputOf={({ proposerKeyId }) => ({ ...actOn(held), body: { proposerKeyId } })}
        submit={say('sign')}
        besides={
          <ReasonedAct
            act={say('refuse')}
            command={refuse}
            danger
            inputOf={({ reason }) => ({ ...actOn(held), body: { reason } })}
          />
        }
      >
        <TypedFingerprint name="proposerKeyId" label={say('sign.typed')} known={key.fingerprint} />
      </CommandForm>
    </Panel>
  );
};
