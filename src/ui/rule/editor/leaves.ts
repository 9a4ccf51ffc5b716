/** Whether the focus leaves a group of controls, and does not only move within it. */
export function leaves(event: FocusEvent): boolean {
  const { currentTarget, relatedTarget } = event;
  return !(currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
}
