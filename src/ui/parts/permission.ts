import { browser } from '../../browser';

/**
 * Asks the browser to let us read these addresses (patterns as `https://host/*`). Has to be called straight from a press, or
 * the browser does not ask.
 * @returns whether it does; a browser refuses by an error where it cannot ask
 */
export const askFor = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] }).catch(() => false);
