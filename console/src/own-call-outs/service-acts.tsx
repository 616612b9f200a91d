import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { FeeClaimWords, OpinionWords } from '../../../shared/domain/call-out/call-out-details.ts';
import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { useYuan, YuanInput } from '../parts/money.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { DigestInput } from '../phone/digest-input.tsx';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';
import { onCallOut, type ShownCallOut, useCallOutAct } from './use-call-out-act.ts';

/** Writes the opinion and signs it. */
export const OpinionAct = (shown: ShownCallOut): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const command = useCallOutAct(ownCallOutRoutes.giveOpinion, shown, OWN_CALL_OUTS.words.opinion);
  return (
    <div className="big-acts">
      <CommandDialog
        act={say('opinion')}
        command={command}
        primary
        inputOf={(body: OpinionWords) => ({ ...onCallOut(shown), body })}
      >
        <WordsField name={['text']} label={say('opinion.text')} rows={6} />
        <Attachments />
        <p>{say('opinion.sign')}</p>
      </CommandDialog>
    </div>
  );
};

const Attachments = (): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  return (
    <Form.List name="attachments" initialValue={[]}>
      {(attachments, { add, remove }) => (
        <>
          {attachments.map(({ key, name }) => (
            <fieldset key={key} className="photo-fields">
              <Form.Item name={[name, 'name']} label={say('attachment.name')}>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'url']} label={say('attachment.url')}>
                <Input inputMode="url" placeholder="https://" />
              </Form.Item>
              <Form.Item name={[name, 'sha256']} label={say('attachment.file')}>
                <DigestInput />
              </Form.Item>
              <Button onClick={() => remove(name)}>{say('attachment.remove')}</Button>
            </fieldset>
          ))}
          <Form.Item>
            <Button onClick={() => add({})}>{say('attachment.add')}</Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
};

/** Claims what the advice costs: days at the rate agreed, and expenses. */
export const FeeAct = (shown: ShownCallOut): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const yuan = useYuan();
  const command = useCallOutAct(ownCallOutRoutes.claimFee, shown, OWN_CALL_OUTS.words.fee);
  return (
    <div className="big-acts">
      <CommandDialog
        act={say('fee')}
        command={command}
        primary
        initialValues={{ days: 0.5, expenses: 0 }}
        inputOf={(body: FeeClaimWords) => ({ ...onCallOut(shown), body })}
      >
        <Facts facts={[[say('fee.rate'), yuan(shown.callOut.invitation.expert.feePerDay)]]} />
        <Form.Item name="days" label={say('fee.days')}>
          <InputNumber min={0} step={0.5} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="expenses" label={say('fee.expenses')}>
          <YuanInput />
        </Form.Item>
        <WordsField name={['note']} label={say('fee.note')} optional />
      </CommandDialog>
    </div>
  );
};
