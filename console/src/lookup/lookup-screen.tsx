import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { LookupPlace } from './lookup-place.tsx';
import { changedSearch, queryOf } from './lookup-query.ts';
import { LookupResults } from './lookup-results.tsx';
import { LOOKUP } from './lookup-words.ts';
import './lookup.css';

/** One box for teams, agencies, experts, stock and packages. All that is asked stands in the address. */
export const LookupScreen = (): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const [search, setSearch] = useSearchParams();
  const change = (changes: Readonly<Record<string, string | undefined>>): void =>
    setSearch(changedSearch(search, changes));
  return (
    <Screen title={say('title')}>
      <SearchBox key={search.get('q') ?? ''} search={search} onChange={change} onClear={() => setSearch({})} />
      <LookupPlace search={search} onChange={change} />
      <LookupResults query={queryOf(search)} incident={search.get('incident') ?? undefined} onChange={change} />
    </Screen>
  );
};

interface SearchBoxProps {
  readonly search: URLSearchParams;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
  readonly onClear: () => void;
}

const SearchBox = ({ search, onChange, onClear }: SearchBoxProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const [words, setWords] = useState(search.get('q') ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ q: words });
  };
  return (
    <search>
      <form className="lookup-box" onSubmit={submit}>
        <Input
          aria-label={say('label')}
          size="large"
          value={words}
          placeholder={say('placeholder')}
          maxLength={100}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button type="primary" size="large" htmlType="submit">
          {say('search')}
        </Button>
        {search.size > 0 && (
          <Button size="large" onClick={onClear}>
            {say('clear')}
          </Button>
        )}
      </form>
    </search>
  );
};
