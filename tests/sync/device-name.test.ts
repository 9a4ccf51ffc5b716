import { describe, expect, it } from 'vitest';
import { selfOf } from '../../src/sync/open';

describe('the name of a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox · Linux', 'Firefox 142, 1.0.0'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', 'Firefox · Android', 'Firefox 142, 1.0.0'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
      'Edge · Windows',
      'Edge 156, 1.0.0',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'Chrome · macOS',
      'Chrome 156, 1.0.0',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      'Safari · macOS',
      'Safari 26, 1.0.0',
    ],
    ['something else', '', '1.0.0'],
  ])('is made from %s', (agent, name, app) => {
    expect(selfOf(agent, '1.0.0')).toEqual({ name, app });
  });
});
