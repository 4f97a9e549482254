import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead: what people should do meanwhile. */
  broken: ReactNode;
  /** Until the page begins anew, ms; long enough to read. */
  reloadMs: number;
  children: ReactNode;
}

/** A fault in our own screens never leaves a white page: it says so and starts over. The hub knows everything. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error('a screen broke', error);
    setTimeout(() => location.reload(), this.props.reloadMs);
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.broken : this.props.children;
  }
}
