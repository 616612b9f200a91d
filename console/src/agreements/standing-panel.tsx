import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { type Reasoned, ReasonedAct } from '../parts/reasoned-act.tsx';
import { Panel } from '../parts/screen.tsx';
import { AgreementStatusMark, StandingMark } from './agreement-standing.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { actOn, type HeldAgreement } from './held-agreement.ts';

/** How an agreement stands, why, and what can be done about it. */
export const StandingPanel = (held: HeldAgreement): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const may = useMay();
  const { agreement } = held;
  const named = (city: string): string => read(cityName(city));
  const { proposer, partner, status, standing, inForceSince, suspensions, declarations, refusal, termination } =
    agreement;
  return (
    <Panel title={say('standing.title')} actions={may(agreementRoutes.suspendAgreement) && <StandingActs {...held} />}>
      <Facts
        facts={[
          [say('column.status'), <AgreementStatusMark key="status" status={status} />],
          [say('column.standing'), <StandingMark key="standing" standing={standing} />],
          [say('fact.parties'), `${named(proposer)} · ${named(partner)}`],
          [say('fact.in-force'), inForceSince && <Moment at={inForceSince} />],
          [say('fact.number'), <code key="id">{agreement.agreementId}</code>],
        ]}
      />
      {refusal && <p>{say('refusal.by', { city: named(refusal.by), reason: refusal.reason })}</p>}
      {termination && <p>{say('terminated.by', { city: named(termination.by), reason: termination.reason })}</p>}
      {suspensions.map(({ by, reason, at }) => (
        <p key={by} className="declared">
          {say('suspended.by', { city: named(by), reason })} <Moment at={at} relative />
        </p>
      ))}
      {declarations.map(({ declarationId, declaredBy, number, reason, declaredAt }) => (
        <p key={declarationId} className="declared">
          {say('declared.by', { city: named(declaredBy), number, reason })} <Moment at={declaredAt} relative />
        </p>
      ))}
    </Panel>
  );
};

const STANDS: readonly string[] = ['signed', 'in-force', 'suspended'];

const StandingActs = (held: HeldAgreement): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const { city } = useDesk();
  const suspend = useCommand(agreementRoutes.suspendAgreement);
  const resume = useCommand(agreementRoutes.resumeAgreement);
  const terminate = useCommand(agreementRoutes.terminateAgreement);
  const { status, suspensions } = held.agreement;
  if (!STANDS.includes(status)) return null;
  const isSuspendedHere = suspensions.some(({ by }) => by === city.code);
  const inputOf = ({ reason }: Reasoned) => ({ ...actOn(held), body: { reason } });
  return (
    <>
      {status === 'in-force' && <DeclarationActs {...held} />}
      {isSuspendedHere ? (
        <ReasonedAct act={say('resume')} command={resume} inputOf={inputOf} />
      ) : (
        <ReasonedAct act={say('suspend')} command={suspend} inputOf={inputOf} />
      )}
      <ReasonedAct act={say('terminate')} command={terminate} inputOf={inputOf} danger>
        <p>{say('terminate.warning')}</p>
      </ReasonedAct>
    </>
  );
};

interface Declared extends Reasoned {
  readonly number: string;
}

/** Of an agreement that works on declaration only. */
const DeclarationActs = (held: HeldAgreement): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const { city } = useDesk();
  const activate = useCommand(agreementRoutes.activateAgreement);
  const standDown = useCommand(agreementRoutes.standDownAgreement);
  const { terms, declarations } = held.agreement;
  if (terms.arming === 'always') return null;
  const own = declarations.filter(({ declaredBy }) => declaredBy === city.code).map(({ number }) => number);
  const inputOf = ({ number, reason }: Declared) => ({ ...actOn(held), body: { number, reason } });
  const [first] = own;
  return (
    <>
      <ReasonedAct act={say('activate')} command={activate} inputOf={inputOf}>
        <Form.Item name="number" label={say('field.number')}>
          <Input />
        </Form.Item>
      </ReasonedAct>
      {first !== undefined && (
        <ReasonedAct act={say('stand-down')} command={standDown} inputOf={inputOf} initialValues={{ number: first }}>
          <Form.Item name="number" label={say('field.declaration')}>
            <Choice options={own.map((number) => [number, number])} />
          </Form.Item>
        </ReasonedAct>
      )}
    </>
  );
};
