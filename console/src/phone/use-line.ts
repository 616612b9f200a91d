import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => onlineManager.subscribe(listener);

/** @returns whether the browser believes in a line. */
export const useLine = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
