import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { Named } from '../../../shared/domain/request/answer.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import type { Command } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { CostsFields } from '../parts/costs-fields.tsx';
import type { FieldName } from '../parts/field-pointers.ts';
import { useNamed } from '../parts/named.ts';
import { WordsField } from '../parts/words-field.tsx';
import { COMPARISON } from './comparison-words.ts';
import { pathedValues, valuesAt } from './pathed-values.ts';
import type { TakingValues } from './taking.ts';
import { useAtLeastOne } from './use-required.ts';

interface SignatureFormProps<V extends TakingValues, I, R> {
  /** Where the taking stands in the body, so that what the API says of a field stands beside it. */
  readonly at: FieldName;
  readonly offer: Named;
  readonly provider: CityCode;
  readonly initial: V;
  /** Told of whatever is entered: the paper shows it at once. */
  readonly onChange: (values: V) => void;
  readonly command: Command<I, R>;
  readonly inputOf: (values: V) => I;
  readonly submit: string;
  /** Minutes the partner has to commit. */
  readonly replyWithinMinutes?: number | undefined;
  readonly onSigned: (body: R) => void;
  /** What else must be said. */
  readonly children?: ReactNode;
}

/** What can still be changed of a paper that is to be signed, and the signature: it is given only by whoever says that they have read it. */
export const SignatureForm = <V extends TakingValues, I, R>(props: SignatureFormProps<V, I, R>): ReactNode => {
  const { at, offer, provider, initial, onChange, command, inputOf, submit, onSigned, children } = props;
  const { replyWithinMinutes } = props;
  const { say, read } = useSpeech(COMPARISON);
  return (
    <CommandForm<object, I, R>
      command={command}
      initialValues={pathedValues(at, initial)}
      inputOf={(values) => inputOf(valuesAt(at, values))}
      submit={submit}
      onChange={(values) => onChange(valuesAt(at, values))}
      onDone={({ body }) => onSigned(body)}
    >
      {children}
      <Fields at={at} offer={offer} />
      {replyWithinMinutes !== undefined && (
        <p>{say('sign.commit-by', { city: read(cityName(provider)), minutes: replyWithinMinutes })}</p>
      )}
      <Form.Item
        name="hasRead"
        valuePropName="checked"
        rules={[
          {
            validator: (_, hasRead) =>
              hasRead ? Promise.resolve() : Promise.reject(new Error(say('sign.read.needed'))),
          },
        ]}
      >
        <Checkbox>{say('sign.read')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
};

const Fields = ({ at, offer }: Pick<SignatureFormProps<TakingValues, unknown, unknown>, 'at' | 'offer'>): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const named = useNamed();
  const required = useAtLeastOne();
  const { teams, lots = [] } = offer;
  const options =
    lots.length > 0
      ? lots.map((lot) => ({ value: lot.stockId, label: named({ lots: [lot] }) }))
      : teams.map((team) => ({ value: team.teamId, label: named({ teams: [team] }) }));
  return (
    <>
      <Form.Item name={[...at, lots.length > 0 ? 'stockIds' : 'teamIds']} label={say('sign.named')} rules={required}>
        <Checkbox.Group className="checks" options={options} />
      </Form.Item>
      <CostsFields name={[...at, 'costs']} />
      <Form.Item name={[...at, 'funding', 'fundCode']} label={say('sign.fund-code')}>
        <Input />
      </Form.Item>
      <Form.Item name={[...at, 'funding', 'fundingInfo']} label={say('sign.funding')}>
        <Input />
      </Form.Item>
      <WordsField name={[...at, 'reason']} label={say('sign.reason')} />
      <Form.Item name={[...at, 'evenIfMoreThanNeeded']} valuePropName="checked" noStyle>
        <Checkbox>{say('sign.more-than-needed')}</Checkbox>
      </Form.Item>
      <Form.Item name={[...at, 'evenIfOverCeiling']} valuePropName="checked" noStyle>
        <Checkbox>{say('sign.over-ceiling')}</Checkbox>
      </Form.Item>
    </>
  );
};
