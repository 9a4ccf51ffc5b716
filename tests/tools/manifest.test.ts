import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';

const manifestFor = async (browser: string): Promise<Record<string, unknown>> => {
  const { manifest } = config;
  return (typeof manifest === 'function' ? await manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' }) : await manifest) as Record<
    string,
    unknown
  >;
};

describe('the manifest', () => {
  it('lets a server in the home network be reached over http in Firefox, and no script come from elsewhere', async () => {
    // Firefox's own policy holds upgrade-insecure-requests.
    expect((await manifestFor('firefox'))['content_security_policy']).toEqual({ extension_pages: "script-src 'self'" });
    expect((await manifestFor('chrome'))['content_security_policy']).toBeUndefined();
  });

  it.each(['chrome', 'firefox'])('holds no server of sync: each is asked for when it is connected, in %s', async (browser) => {
    const { optional_host_permissions: optional, host_permissions: hosts } = await manifestFor(browser);
    expect(optional).toEqual(['https://*/*', 'http://*/*', 'file:///*']);
    for (const host of hosts as string[]) expect(host).toMatch(/^https:\/\/[\w.-]+\.\w+\/\*$/);
  });
});
