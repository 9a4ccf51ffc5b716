import { mountPopup } from '../../src/ui/popup/index';

mountPopup(document.querySelector('#page') ?? document.body);
