import { command } from './build';

interface Component {
  'bom-ref': string;
  name: string;
  [more: string]: unknown;
}

interface Bill {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: Component; [more: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
  [more: string]: unknown;
}

/** Cuts what differs from run to run or from machine to machine off npm's bill of materials, and puts the rest in order. */
export function steady(bill: Bill, name: string): Bill {
  const { serialNumber: _number, ...rest } = bill;
  const { timestamp: _time, tools: _tools, ...metadata } = bill.metadata;
  const byRef = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    ...rest,
    // npm takes the name of the folder for the project's.
    metadata: { ...metadata, component: { ...metadata.component, name } },
    components: [...bill.components].sort((a, b) => byRef(a['bom-ref'], b['bom-ref'])),
    dependencies: bill.dependencies.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: [...dependsOn].sort(byRef) })).sort((a, b) => byRef(a.ref, b.ref)),
  };
}

/** Everything in package-lock.json as CycloneDX, the same bytes for the same lock file. What is only for building is marked so by npm. */
export function billOfMaterials(project: string, name: string): string {
  const bill = JSON.parse(command(project, 'npm', 'sbom', '--sbom-format=cyclonedx', '--package-lock-only')) as Bill;
  return `${JSON.stringify(steady(bill, name), null, 2)}\n`;
}
