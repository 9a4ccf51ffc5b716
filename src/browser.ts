/** The one place that names the extension API library; background and extension pages import it from here. */
export { default as browser } from 'webextension-polyfill';
