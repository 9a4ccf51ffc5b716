import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control needs to be tied to its label, its hint and its problem. */
export interface FieldIds {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface Props {
  label: string;
  hint?: string;
  /** What is wrong with the value, announced when it appears. */
  problem?: ComponentChildren;
  children: (ids: FieldIds) => ComponentChildren;
}

/** A labelled control of a form. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const wrong = problem !== undefined && problem !== null && problem !== false;
  const described = [hint === undefined ? '' : hintId, wrong ? problemId : ''].filter((part) => part !== '').join(' ');
  const ids: FieldIds = { id };
  if (described !== '') ids['aria-describedby'] = described;
  if (wrong) ids['aria-invalid'] = 'true';
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children(ids)}
      {hint !== undefined && (
        <p id={hintId} class="quiet small">
          {hint}
        </p>
      )}
      <div id={problemId} class="problem small" role="alert">
        {problem}
      </div>
    </div>
  );
}
