import { useId } from 'preact/hooks';

interface Props {
  label: string;
  take: (files: File[]) => void;
  /** As the attribute of that name; all kinds without it. */
  accept?: string;
  /** Many at once, or a whole folder of them. */
  many?: 'files' | 'folder';
}

/** A field to choose files. It is empty again at once, so that the same file can be chosen after it was changed. */
export function FileField({ label, take, accept, many }: Props) {
  const id = useId();
  const choose = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) take(files);
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={many !== undefined}
        ref={(input) => {
          if (many === 'folder') input?.setAttribute('webkitdirectory', '');
        }}
        onChange={(event) => choose(event.currentTarget)}
      />
    </div>
  );
}
