import { Component, type ReactNode } from 'react';
import { Broken } from './messages.tsx';

/** ms; long enough to read, short enough for the person at the counter. */
const reloadMs = 5_000;

/** A fault in our own screens never leaves a white page: a reload loses nothing, for the hub knows everything. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error('a screen broke', error);
    setTimeout(() => location.reload(), reloadMs);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
