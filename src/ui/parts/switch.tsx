import type { ComponentChildren } from 'preact';

interface Props {
  on: boolean;
  /** Asked to change; the state only changes when the owner passes a new `on`. */
  change: (on: boolean) => void;
  children: ComponentChildren;
  disabled?: boolean;
}

/** Something that is on or off at once, without a button to confirm. */
export function Switch({ on, change, children, disabled = false }: Props) {
  return (
    <label class="switch">
      <input type="checkbox" role="switch" checked={on} disabled={disabled} onChange={(event) => change(event.currentTarget.checked)} />
      <span class="switch-track" aria-hidden="true" />
      <span>{children}</span>
    </label>
  );
}
