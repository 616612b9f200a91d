import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';

interface LinesInputProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (lines: string[]) => void;
  readonly placeholder?: string;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Asks for several of something, one a line. */
export const LinesInput = ({ id, value = [], onChange, placeholder }: LinesInputProps): ReactNode => {
  const [text, setText] = useState(value.join('\n'));
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={linesOf(text).join('\n') === value.join('\n') ? text : value.join('\n')}
      autoSize={{ minRows: 1, maxRows: 8 }}
      onChange={({ target }) => {
        setText(target.value);
        onChange?.(linesOf(target.value));
      }}
    />
  );
};
