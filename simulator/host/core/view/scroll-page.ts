import type { HostPorts } from '../../../wx/ports'
import type { Page } from './page'

/**
 * Scrolls a page (typings pageScrollTo): to `scrollTop`, or to the first element of `selector` and `offsetTop`
 * beyond it. An element that is not there moves nothing.
 */
export const scrollPage = (
  page: Page | undefined,
  { scrollTop, selector, offsetTop = 0 }: Parameters<HostPorts['scrollPage']>[0],
): void => {
  if (page === undefined) return
  const { container, component } = page
  if (scrollTop !== undefined) {
    container.scrollTop = scrollTop
    return
  }
  const found = component.getShadowRoot()?.querySelector(selector ?? '')
  const node = found?.getBackendElement() as HTMLElement | null | undefined
  if (!node) return
  const distance = node.getBoundingClientRect().top - container.getBoundingClientRect().top
  container.scrollTop += distance + offsetTop
}
