const ITEM = '.weui-tabbar__item'
const CHOSEN = 'weui-bar__item_on'

/** The tab that was clicked and is not on screen yet. */
let opening: Element | null = null

/** Taro's items are links to `javascript:`, which a content security policy forbids: buttons of a navigation instead. */
const nameItem = (item: Element) => {
  item.removeAttribute('href')
  item.setAttribute('role', 'link')
  item.setAttribute('tabindex', '0')
  if (item.classList.contains(CHOSEN)) item.setAttribute('aria-current', 'page')
  else item.removeAttribute('aria-current')
}

/**
 * Taro draws its items in the language of app.config and writes another one only frames later. Their text nodes
 * are kept, since Taro goes on writing into them.
 */
const translate = (items: readonly Element[], names: readonly string[]) => {
  for (const [index, item] of items.entries()) {
    const text = item.querySelector('.weui-tabbar__label')?.firstChild
    if (text) text.nodeValue = names[index] ?? text.nodeValue
  }
}

/** Names what is new or changed; a bar is translated once, when it is first there. */
const nameAll = (names: () => readonly string[]) => {
  for (const bar of document.querySelectorAll('.weui-tabbar')) {
    if (bar.getAttribute('role') === null) translate([...bar.querySelectorAll(ITEM)], names())
    bar.setAttribute('role', 'navigation')
  }
  for (const item of document.querySelectorAll(ITEM)) nameItem(item)
  if (opening?.classList.contains(CHOSEN)) opening = null
}

/**
 * A tab replaces the other one in the browser's history, so that Back would leave the site: the entry is doubled first,
 * and Back leads to the tab before. Once for two clicks, the second of which comes before the tab does.
 */
const keepInHistory = (item: Element) => {
  if (item === opening || item.classList.contains(CHOSEN)) return
  opening = item
  history.pushState(history.state, '', location.href)
}

/** Makes Taro's tab bar usable by keyboard and screen reader, and its tabs part of the browser's history. */
export const mendTabBar = (names: () => readonly string[]): void => {
  new MutationObserver(() => nameAll(names)).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['class'],
  })
  const itemOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest(ITEM) : null
  document.addEventListener(
    'click',
    ({ target }) => {
      const item = itemOf(target)
      if (item !== null) keepInHistory(item)
    },
    true,
  )
  document.addEventListener('keydown', (event) => {
    const item = itemOf(event.target)
    if (!(item instanceof HTMLElement) || (event.key !== 'Enter' && event.key !== ' ')) return
    // The space key would scroll the page as well.
    event.preventDefault()
    item.click()
  })
}
