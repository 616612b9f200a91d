/** @returns a record that makes each of its values when it is first asked for. */
export const lazyRecord = <K extends string, V>(keys: readonly K[], make: (key: K) => V): Readonly<Record<K, V>> => {
  const record = {} as Record<K, V>;
  for (const key of keys)
    Object.defineProperty(record, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make(key);
        Object.defineProperty(record, key, { value, enumerable: true });
        return value;
      },
    });
  return record;
};
