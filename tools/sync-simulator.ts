/*
 * npm run simulate -- [--seeds 200] [--steps 300]
 * Many devices, many faults, many seeds: prints what was added, lost, came back and diverged, ours and the controls.
 * Exit code 1 when ours lost or diverged, or a control did not lose (then the simulator is blind).
 */
import { parseArgs } from 'node:util';
import { CALM, STORM } from './sync-simulator/faults';
import { CONTROLS, controlRow, OURS, printRow, row } from './sync-simulator/table';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, steps: { type: 'string', default: '300' } } });
const [seeds, steps] = [Number(values.seeds), Number(values.steps)];

async function main(): Promise<void> {
  let failed = false;
  for (const one of OURS) {
    const result = await row(one, seeds, steps);
    console.log(printRow(result) + (result.failed.length > 0 ? ` | seeds ${result.failed.join()}` : ''));
    failed ||= result.failed.length > 0;
  }
  for (const control of CONTROLS) {
    for (const [weather, faults] of [['calm', CALM] as const, ['storm', STORM] as const]) {
      const result = controlRow(control, faults, weather, seeds, steps);
      console.log(printRow(result));
      failed ||= result.lost === 0;
    }
  }
  process.exitCode = failed ? 1 : 0;
}

void main();
