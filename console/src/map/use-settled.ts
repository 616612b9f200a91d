import { useRef } from 'react';

/** @returns the same object as before as long as it says the same, so that nothing is drawn anew that has not changed. */
export const useSettled = <T>(value: T): T => {
  const text = JSON.stringify(value);
  const settled = useRef({ text, value });
  if (settled.current.text !== text) settled.current = { text, value };
  return settled.current.value;
};
