import type { FlowState, Screen } from './flow-state.ts';

/** Steps of the flow that every part of it takes. */

/** Another screen instead of this one. */
export const shown = (state: FlowState, screen: Screen, now: number): FlowState => ({
  ...state,
  screen,
  dialog: null,
  changedAt: now,
});

/** Another screen, from which one can come back to this one. */
export const go = (state: FlowState, screen: Screen, now: number): FlowState =>
  shown({ ...state, trail: [...state.trail, state.screen] }, screen, now);
