import { Component, type PropsWithChildren } from 'react'

export default class App extends Component<PropsWithChildren> {
  override render() {
    return this.props.children
  }
}
