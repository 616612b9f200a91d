import { useEffect } from 'react';
import { keepPage } from './keep-page.ts';

/** Has the page kept in this browser, so that it opens without a line. */
export const useOfflinePage = (): void => {
  useEffect(() => void keepPage(), []);
};
