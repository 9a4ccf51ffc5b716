import { archives } from '../../src/archives/index';
import { mountWelcome } from '../../src/ui/welcome/index';

mountWelcome(document.querySelector('#page') ?? document.body, `https://${archives[0]?.hosts[0] ?? 'archiveofourown.org'}/works`);
