import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { StoryTimeline } from '../ledger/story-timeline.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { AmendmentPanel, AmendmentProposal } from './amendment-panel.tsx';
import { CarriedPanel } from './carried-panel.tsx';
import { type HeldAgreement, otherCity } from './held-agreement.ts';
import { SignaturesPanel } from './keys-panel.tsx';
import { ListingsPanel } from './listings-panel.tsx';
import { SigningPanel } from './signing-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { TermSheet } from './term-sheet.tsx';

const AMENDABLE: readonly string[] = ['signed', 'in-force', 'suspended'];

/** One agreement: what waits to be signed first, then how it stands, its terms, what it has carried, and its story. */
export const AgreementScreen = (): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const { agreementId = '' } = useParams();
  const read = useRead(agreementRoutes.readAgreement, { params: { agreementId } });
  const agreement = read.data?.body;
  return (
    <Screen title={agreement?.terms.title ?? say('title')} exercise={agreement?.exercise}>
      <Shown read={read}>{(body, etag) => <Agreement agreement={body} etag={etag} />}</Shown>
    </Screen>
  );
};

const Agreement = (held: HeldAgreement): ReactNode => {
  const may = useMay();
  const { city } = useDesk();
  const { agreement } = held;
  const { agreementId, terms, termsVersion, status, amendment, exercise, failures } = agreement;
  const isAmendable = AMENDABLE.includes(status) && !amendment && may(agreementRoutes.proposeAmendment);
  return (
    <>
      <MessageFailures failures={failures} />
      <SigningPanel {...held} />
      <AmendmentPanel {...held} />
      <div className="columns">
        <StandingPanel {...held} />
        <CarriedPanel partner={otherCity(agreement, city.code)} exercise={exercise} />
      </div>
      <TermSheet terms={terms} version={termsVersion} actions={isAmendable && <AmendmentProposal {...held} />} />
      <SignaturesPanel {...held} />
      <ListingsPanel agreementId={agreementId} />
      <StoryTimeline kind="agreement" id={agreementId} />
    </>
  );
};
