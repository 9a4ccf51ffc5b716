import type { ComponentChildren } from 'preact';

interface Props {
  /** Called in the event, whose data is gone afterwards. */
  take: (data: DataTransfer) => void;
  children: ComponentChildren;
}

/** A place where files can be dropped; inside are the fields to choose them, for whoever does not drag. */
export function DropZone({ take, children }: Props) {
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (event.dataTransfer !== null) take(event.dataTransfer);
  };
  return (
    <div class="card drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {children}
    </div>
  );
}
