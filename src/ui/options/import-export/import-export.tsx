import type { SectionProps } from '../section';
import { Export } from './export';
import { Import } from './import';
import { Share } from './share';

/** Rules out to a file and in from one; lists for others. */
export function ImportExport({ detail }: SectionProps) {
  return (
    <>
      <Export />
      <Import installed={detail === 'installed'} />
      <Share />
    </>
  );
}
