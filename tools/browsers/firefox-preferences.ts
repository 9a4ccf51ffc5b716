/** Preferences that let Firefox see the demo archive through the proxy and keep it quiet otherwise. */
export function firefoxPreferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
    'extensions.webextOptionalPermissionPrompts': false, // a click on "allow" is answered at once
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
  };
}
