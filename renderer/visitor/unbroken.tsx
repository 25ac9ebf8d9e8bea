import { Component, type ReactNode } from 'react';
import { FailedScreen } from './screens/failed.tsx';

type Props = {
  /** Where the visitor is: what cannot be drawn there may be drawn elsewhere. */
  readonly at: unknown;
  readonly children: ReactNode;
};

/** A screen that cannot be drawn says so and leaves the ways on: without this, the whole page would be empty until the visit is over. */
export class Unbroken extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.isBroken && before.at !== this.props.at) this.setState({ isBroken: false });
  }

  override render() {
    return this.state.isBroken ? <FailedScreen /> : this.props.children;
  }
}
