import type { ReactNode } from 'react';
import { stockRoutes } from '../../../../shared/http/routes/stock.ts';
import { useRead } from '../../api/use-read.ts';
import { useSpeech } from '../../i18n/language.ts';
import { Choice } from '../../parts/choice.tsx';
import type { Control } from '../field.ts';
import { REGISTRY } from '../registry-words.ts';

/** Digits of a whole code; fewer stand for a class or a group. */
const WHOLE = 7;

/** Two spaces wide, and kept so where it stands. */
const INDENT = '　';

const useCodes = () => {
  const { read } = useSpeech(REGISTRY);
  const { data } = useRead(stockRoutes.listSupplyCodes, {});
  return (data?.body.items ?? []).map(({ code, name }) => ({ code, called: `${code} ${read(name)}` }));
};

interface CodeInputProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
}

/** Asks for a class, a group or one code. */
export const SupplyCodeInput = (props: CodeInputProps): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const options = useCodes().map(
    ({ code, called }) => [code, `${INDENT.repeat((code.length - 1) / 2)}${called}`] as const,
  );
  return <Choice {...props} options={options} none={say('all')} />;
};

const WholeCodeInput = (props: CodeInputProps): ReactNode => (
  <Choice
    {...props}
    options={useCodes()
      .filter(({ code }) => code.length === WHOLE)
      .map(({ code, called }) => [code, called] as const)}
  />
);

const CodeShown = ({ code }: { readonly code: string }): ReactNode =>
  useCodes().find((each) => each.code === code)?.called ?? code;

/** A code of GB/T 38565-2020. */
export const supplyCode: Control = {
  input: <WholeCodeInput />,
  show: (value) => (value === undefined ? undefined : <CodeShown code={String(value)} />),
};
