import { Refusal } from '../../src/messages/answer';
import type { PageRule } from '../../src/messages/table';
import { workAddress } from '../../src/domain/work-address';
import type { Rule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { nameAsValue } from '../../src/rules/text/raw-value';

function printValue(field: string, value: string, id: string | null | undefined, url: URL): string {
  if (field === 'work') return /^\d+$/.test(value) ? workAddress(url.hostname, value) : '';
  if (field === 'series' && value.startsWith('https://')) return value;
  if (field === 'words') return value.replace(/[^\d<>=-]/g, '');
  if (field === 'creator' && id != null) return `${nameAsValue(value)}#${id}`;
  return field === 'theme' ? value.replace(/[^a-z-]/g, '') : nameAsValue(value);
}

/** The rule that somebody has put together on a page, checked by reading it as if it had been typed. */
export function ruleFromPage(rule: PageRule, page: string): Rule {
  const url = new URL(page);
  const print = (choices: PageRule['when']): string[] =>
    choices.map(
      ({ field, values, ids, synonyms }) =>
        `${field}: ${values.map((value, index) => printValue(field, value, ids?.[index], url) + (synonyms === true ? ' synonyms' : '')).join(', ')}`,
    );
  const unless = rule.unless.length > 0 ? ` unless ${print(rule.unless).join(' or ')}` : '';
  const parsed = parseRule(
    `${rule.action} ${print(rule.when).join(' and ')}${unless}${rule.strict === true ? ' strict' : ''}${rule.colour === undefined ? '' : ` colour: ${rule.colour}`}`,
  );
  if (!parsed.ok) throw new Refusal('bad-message', parsed.error.code);
  return parsed.rule;
}
