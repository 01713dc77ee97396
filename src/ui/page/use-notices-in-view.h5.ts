import { useEffect, type RefObject } from 'react'

/** Brings what is said on the page into view: below the edge of the window, a save that failed looks like none at all. */
export const useNoticesInView = (page: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof Element && node.matches('.notice')) {
          node.scrollIntoView({ block: 'nearest' })
        }
      }
    })
    if (page.current !== null) observer.observe(page.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [page])
