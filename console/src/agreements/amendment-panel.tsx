import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { type ReactNode, useState } from 'react';
import type { AgreementTerms } from '../../../shared/domain/agreement/agreement-terms.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Tag } from '../parts/marks.tsx';
import { useMoment } from '../parts/moment.tsx';
import { ReasonedAct } from '../parts/reasoned-act.tsx';
import { Panel } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { actOn, type HeldAgreement, otherCity } from './held-agreement.ts';
import { comparedLines } from './term-lines.ts';
import { useTermLines } from './term-sheet.tsx';
import { TermsFields } from './terms-fields.tsx';

/** Terms that are proposed in place of those in force, beside these, with what differs marked. */
export const AmendmentPanel = (held: HeldAgreement): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const moment = useMoment();
  const { city } = useDesk();
  const { agreement } = held;
  const { amendment } = agreement;
  if (!amendment) return null;
  const { proposedBy, termsVersion, terms } = amendment;
  return (
    <Panel
      title={say('amend.title')}
      actions={
        proposedBy.city === city.code ? (
          <Tag tone="waiting">{say('amend.waits', { city: read(cityName(otherCity(agreement, city.code))) })}</Tag>
        ) : (
          <AmendmentActs held={held} amendmentId={amendment.amendmentId} />
        )
      }
    >
      <p>
        {say('amend.by', {
          city: read(cityName(proposedBy.city)),
          at: moment(proposedBy.signedAt),
          version: termsVersion,
        })}
      </p>
      <Comparison before={agreement.terms} after={terms} />
    </Panel>
  );
};

interface ComparisonProps {
  readonly before: AgreementTerms;
  readonly after: AgreementTerms;
}

const Comparison = ({ before, after }: ComparisonProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const linesOf = useTermLines();
  const lines = comparedLines(linesOf(before), linesOf(after));
  return (
    <>
      <p>
        <Tag tone="waiting">{say('amend.count', { count: lines.filter(({ differs }) => differs).length })}</Tag>
      </p>
      <table className="plain term-sheet" aria-label={say('amend.label')}>
        <thead>
          <tr>
            <th scope="col">{say('amend.term')}</th>
            <th scope="col">{say('amend.old')}</th>
            <th scope="col">{say('amend.new')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, before: old, after: proposed, differs }) => (
            <tr key={name} className={differs ? 'term-differs' : undefined}>
              <th scope="row">
                {name} {differs && <Tag tone="waiting">{say('amend.differs')}</Tag>}
              </th>
              <td>{old}</td>
              <td>{proposed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

interface AmendmentActsProps {
  readonly held: HeldAgreement;
  readonly amendmentId: string;
}

const AmendmentActs = ({ held, amendmentId }: AmendmentActsProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const may = useMay();
  const sign = useCommand(agreementRoutes.signAmendment);
  const refuse = useCommand(agreementRoutes.refuseAmendment);
  if (!may(agreementRoutes.signAmendment)) return null;
  const { params, ...rest } = actOn(held);
  const input = { ...rest, params: { ...params, amendmentId } };
  return (
    <>
      <CommandDialog act={say('amend.sign')} command={sign} primary inputOf={() => ({ ...input, body: {} })} />
      <ReasonedAct
        act={say('amend.refuse')}
        command={refuse}
        danger
        inputOf={({ reason }) => ({ ...input, body: { reason } })}
      />
    </>
  );
};

interface Amended {
  readonly terms: AgreementTerms;
}

/** Proposes other terms, beginning with those there are. */
export const AmendmentProposal = (held: HeldAgreement): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const propose = useCommand(agreementRoutes.proposeAmendment);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    propose.forget();
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('amend.propose')}</Button>
      <Modal open={isOpen} title={say('amend.propose')} footer={null} width="60rem" onCancel={close} destroyOnHidden>
        <CommandForm<Amended, Parameters<typeof propose.run>[0], unknown>
          command={propose}
          initialValues={{ terms: held.agreement.terms }}
          inputOf={(body) => ({ ...actOn(held), body })}
          submit={say('amend.propose')}
          onDone={close}
        >
          <TermsFields />
        </CommandForm>
      </Modal>
    </>
  );
};
