import { Export } from './export';
import { Import } from './import';
import { Share } from './share';

/** Rules out to a file and in from one; lists for others. */
export function ImportExport() {
  return (
    <>
      <Export />
      <Import />
      <Share />
    </>
  );
}
