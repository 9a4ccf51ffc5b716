import type { Verdict } from '../../src/domain/verdict';
import { drawVerdict, focusLine, showItem } from '../../src/page/fold';
import { gather } from '../../src/page/gather';
import { isShown } from '../../src/page/mark';
import type { ItemState } from '../../src/page/report';
import type { DrawSample } from '../../src/ui/options/look/sample';
import '../../src/page/judged.css';
import '../../src/page/look.css';

/** Draws verdicts as they are drawn on archives' pages, where nothing is judged and there is nothing to ask. */
export const drawSample: DrawSample = (items, gathers) => {
  const states = new Map<Element, ItemState>(items.map(({ item, verdict }, number) => [item, { number, work: null, verdict, unreadable: null, muted: false }]));
  const gatherAgain = (): void =>
    gather(states, gathers, (head) => {
      gatherAgain();
      focusLine(head);
    });
  const draw = (item: Element, verdict: Verdict): void => {
    const hooks = { toggled: () => toggle(), why() {} };
    const toggle = (): void => {
      showItem(item, verdict, !isShown(item), hooks);
      gatherAgain();
    };
    drawVerdict(item, verdict, hooks);
  };
  for (const { item, verdict } of items) draw(item, verdict);
  gatherAgain();
};
