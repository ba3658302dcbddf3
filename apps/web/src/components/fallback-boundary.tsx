import { Component, type ReactNode } from "react";

export interface FallbackBoundaryProps {
  /** What stands in for the children when they cannot be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a part that breaks from taking the page with it. */
export class FallbackBoundary extends Component<FallbackBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
