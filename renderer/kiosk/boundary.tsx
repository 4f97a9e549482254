import { Component, type ReactNode } from 'react';
import { OutOfOrder } from './messages.tsx';

/** After a fault in a screen: long enough to read where to go, then the page begins anew. */
const reloadMs = 30_000;

/** A fault in our own screens never leaves a white page: it says where to go and starts over. */
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
    return this.state.broken ? <OutOfOrder desk={undefined} /> : this.props.children;
  }
}
