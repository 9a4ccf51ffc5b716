import { About } from './about/about';
import { Archives } from './archives/archives';
import { ImportExport } from './import-export/import-export';
import { Rules } from './rules/rules';
import type { Section } from './section';

/** The sections of the options, in the order of the menu. One line a section. */
export const sections: readonly Section[] = [
  { id: 'rules', title: 'options_rules', content: Rules },
  { id: 'archives', title: 'options_archives', content: Archives },
  { id: 'import-export', title: 'options_import_export', content: ImportExport },
  { id: 'about', title: 'options_about', content: About },
];
