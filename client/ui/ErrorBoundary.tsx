import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { useLanguage } from '../lib/i18n/LanguageProvider.tsx';
import { ErrorState } from './StateViews.tsx';

type BoundaryProps = { readonly children: ReactNode; readonly resetKey?: string };
type BoundaryState = { readonly failed: boolean; readonly resetKey: string | undefined };

function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useLanguage();
  return <ErrorState text={t.common.crashed} onRetry={onRetry} />;
}

/** Keeps a fault in one part of the screen from taking the rest along; a new `resetKey` gives the part another chance. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Crashed
        onRetry={() => {
          this.setState({ failed: false });
        }}
      />
    );
  }
}
