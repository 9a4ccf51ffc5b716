import { emptyWork, type Work } from '../../src/domain/work';
import type { Action } from '../../src/domain/verdict';
import type { ImportPreview } from '../../src/exchange/index';
import { compileRules } from '../../src/rules/compile';
import { judge } from '../../src/rules/judge';
import { toStored } from '../../src/rules/text/print';

/** A work with these statements; everything else is not stated. */
export const work = (stated: Partial<Work>): Work => ({ ...emptyWork('work'), subject: 'work', fandoms: ['Some Fandom'], ...stated });

export const tagged = (...freeforms: string[]): Work => work({ freeforms });

/** What the imported rules do with a work. */
export function actionOn(preview: ImportPreview, one: Work): Action {
  const set = compileRules(preview.rules.map(toStored), preview.lists);
  return judge(set, one, { page: 'listing', archive: 'ao3', now: Date.UTC(2026, 10, 1) }).action;
}

export const creator = (login: string, pseud = login): Work['creators'][number] => ({ name: pseud, login, pseud, id: null });
