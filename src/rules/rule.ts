import type { Action, Reveal } from '../domain/verdict';

// First shape; rules room owns this file.
export type Value = string;
export interface Condition {
  field: string;
  values: Value[];
}
export interface Rule {
  id: string;
  list: string;
  action: Action;
  when: Condition[];
  unless: Condition[];
  reason?: Reveal;
  note?: string;
  strict?: boolean;
  off?: boolean;
  until?: string;
}
