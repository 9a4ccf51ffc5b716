import type { Language } from '../language';
import { english } from './en/index';

/** All languages are looked for in every tag: authors mix them, and a tag does not say its language. English comes first. */
export const languages: readonly Language[] = [english];
