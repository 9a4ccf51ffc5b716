import { createContext } from 'preact';
import type { Engine } from '../engine';

/** The reader's rules, made ready once for all works of a page. */
export const EngineContext = createContext<() => Promise<Engine>>(() => Promise.reject(new Error('no rules')));
