import type { HelpWords } from './help';

/** The help of each section, by its id. */
export const helps: Readonly<Record<string, HelpWords>> = {
  rules: { words: 'help_rules', guide: 'guide.html#rules' },
  themes: { words: 'help_themes', guide: 'guide.html#themes' },
  lists: { words: 'help_lists', guide: 'guide.html#lists' },
  subscriptions: { words: 'help_subscriptions', guide: 'guide.html#subscriptions' },
  editor: { words: 'help_editor', guide: 'guide.html#text-editor' },
  tester: { words: 'help_tester', guide: 'guide.html#tester' },
  saved: { words: 'help_saved', guide: 'guide.html#check-saved-works' },
  activity: { words: 'help_activity', guide: 'guide.html#activity' },
  look: { words: 'help_look', guide: 'guide.html#look' },
  keyboard: { words: 'help_keyboard', guide: 'guide.html#keyboard' },
  archives: { words: 'help_archives', guide: 'guide.html#archives-and-permissions' },
  sync: { words: 'help_sync', guide: 'guide.html#sync' },
  history: { words: 'help_history', guide: 'guide.html#history-and-backups' },
  'import-export': { words: 'help_import_export', guide: 'guide.html#import-and-export' },
  about: { words: 'help_about', guide: 'guide.html' },
};
