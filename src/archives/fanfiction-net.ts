import type { Site } from './adapter';

/** FanFiction.net, with its site for phones. */
export const fanfictionNet: Site = { id: 'fanfiction-net', name: 'FanFiction.net', hosts: ['www.fanfiction.net', 'm.fanfiction.net'] };
