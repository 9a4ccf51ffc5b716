import { archives } from '../../src/archives/index';
import { mountOptions } from '../../src/ui/options/index';

mountOptions(
  document.querySelector('#page') ?? document.body,
  archives.map(({ id, name }) => ({ id, name })),
);
