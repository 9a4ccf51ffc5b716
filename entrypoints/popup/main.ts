import { isLeftAlone } from '../../src/archives/left-alone';
import { optionalSites } from '../../src/archives/optional-sites';
import { mountPopup } from '../../src/ui/popup/index';

mountPopup(document.querySelector('#page') ?? document.body, { optional: optionalSites.map(({ name }) => name), isLeftAlone });
