import { Export } from './export';
import { Import } from './import';

/** Rules out to a file and in from one, in the text form. */
export function ImportExport() {
  return (
    <>
      <Export />
      <Import />
    </>
  );
}
