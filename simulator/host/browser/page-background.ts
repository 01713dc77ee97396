/** Lets the colour of a page go on behind all of it, as that of a body does: the page itself is as high as the screen. */
export const showBackground = (container: HTMLElement | undefined): void => {
  const page = container?.querySelector('wx-page')
  if (container === undefined || !page) return
  container.style.backgroundColor = getComputedStyle(page).backgroundColor
}
