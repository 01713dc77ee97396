import { createElement, type PropsWithChildren } from 'react'

type Props = PropsWithChildren<Record<string, unknown>>

/** Taro's base components as DOM elements: what a test can see and tap, and nothing more. */
const host = (tag: string) =>
  function HostComponent({ children, className, id, onClick, disabled }: Props) {
    return createElement(tag, { className, id, onClick, disabled }, children)
  }

export const View = host('div')
export const Text = host('span')
export const Button = host('button')
