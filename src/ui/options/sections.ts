import { About } from './about/about';
import { Activity } from './activity/activity';
import { Archives } from './archives/archives';
import { Editor } from './editor/editor';
import { History } from './history/history';
import { ImportExport } from './import-export/import-export';
import { Keyboard } from './keyboard/keyboard';
import { Lists } from './lists/lists';
import { Look } from './look/look';
import { Rules } from './rules/rules';
import { Saved } from './saved/saved';
import { Subscriptions } from './subscriptions/subscriptions';
import { Sync } from './sync/sync';
import { Tester } from './tester/tester';
import { Themes } from './themes/themes';
import type { Section } from './section';

/** The sections of the options, in the order of the menu. One line a section. */
export const sections: readonly Section[] = [
  { id: 'rules', title: 'options_rules', content: Rules },
  { id: 'themes', title: 'options_themes', content: Themes },
  { id: 'lists', title: 'options_lists', content: Lists },
  { id: 'subscriptions', title: 'options_subscriptions', content: Subscriptions },
  { id: 'editor', title: 'options_editor', content: Editor },
  { id: 'tester', title: 'options_tester', content: Tester },
  { id: 'saved', title: 'options_saved_works', content: Saved },
  { id: 'activity', title: 'options_activity', content: Activity },
  { id: 'look', title: 'options_look', content: Look },
  { id: 'keyboard', title: 'options_keyboard', content: Keyboard },
  { id: 'archives', title: 'options_archives', content: Archives },
  { id: 'sync', title: 'options_sync', content: Sync },
  { id: 'history', title: 'options_history', content: History },
  { id: 'import-export', title: 'options_import_export', content: ImportExport },
  { id: 'about', title: 'options_about', content: About },
];
