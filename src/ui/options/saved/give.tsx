import { text } from '../../../i18n';
import { DropZone } from '../../parts/drop-zone';
import { FileField } from '../../parts/file-field';
import { fromDrop, fromField, type GivenFile } from './given-files';

/** Phones offer no folders, whatever the browser says. */
const PICKS_FOLDERS = 'webkitdirectory' in HTMLInputElement.prototype && !/Android|iPhone|iPad/.test(navigator.userAgent);

/** Takes files and folders, chosen or dropped. */
export function Give({ check }: { check: (given: Promise<GivenFile[]>) => void }) {
  const choose = (files: File[]): void => check(Promise.resolve(fromField(files)));
  return (
    <DropZone take={(data) => check(fromDrop(data))}>
      <FileField label={text('options_saved_files')} many="files" take={choose} />
      {PICKS_FOLDERS && <FileField label={text('options_saved_folder')} many="folder" take={choose} />}
      <p class="quiet small">{text('options_saved_drop')}</p>
    </DropZone>
  );
}
