/**
 * What is wrong with the page on screen for someone with a small phone, thick fingers or large letters, one sentence
 * per fault. Runs inside the browser, so it refers to nothing outside itself.
 * @param smallest side of a touch target, in CSS pixels
 */
export const pageFaults = (smallest: number): string[] => {
  const name = (node: Element) => `${node.tagName.toLowerCase()}#${node.id}.${node.className}`
  // A sheet lies over its page and is all that can be read and tapped.
  const whole = document.querySelector('.sheet') === null ? '.page *' : '.sheet-body *'
  const shown = [...document.querySelectorAll(whole)].filter((node) => node.checkVisibility())
  const { clientWidth } = document.documentElement

  const outside = shown
    .filter((node) => {
      const { left, right, width } = node.getBoundingClientRect()
      return width > 0 && (left < -0.5 || right > clientWidth + 0.5)
    })
    .map((node) => `${name(node)} reaches beyond the edge of the screen`)

  const small = shown
    .filter((node) => node.matches('button, input, a[href], .tappable, .button, .field-input'))
    .filter((node) => {
      const { width, height } = node.getBoundingClientRect()
      return width < smallest - 0.5 || height < smallest - 0.5
    })
    .map((node) => `${name(node)} is a smaller target than ${smallest} pixels`)

  const wordsIn = (node: Element) =>
    [...node.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim())
  const texts = shown.filter(wordsIn)
  // The beginning of a text, with an ellipsis at its end, in a row that opens the whole of it.
  const isExcerpt = (node: Element) =>
    getComputedStyle(node).webkitLineClamp !== 'none' && node.closest('.tappable') !== null
  const cut = texts
    .filter((node) => {
      const { overflowX, overflowY } = getComputedStyle(node)
      const isWide = overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1
      const isLong = overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 1
      return isWide || (isLong && !isExcerpt(node))
    })
    .map((node) => `${name(node)} cuts its text off`)

  const lines = texts.flatMap((node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].map((box) => ({ node, box }))
  })
  const columns = texts
    .filter((node) => {
      const boxes = lines.filter((line) => line.node === node).map(({ box }) => box)
      const rows = new Set(boxes.map(({ top }) => Math.round(top))).size
      const widest = Math.max(...boxes.map(({ width }) => width))
      return rows > 3 && widest < 5 * parseFloat(getComputedStyle(node).fontSize)
    })
    .map((node) => `${name(node)} stands in a column of a few characters`)
  const meets = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  const overlaps = lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter(
        ({ node, box }) =>
          !node.contains(one.node) && !one.node.contains(node) && meets(one.box, box),
      )
      .map(({ node }) => `${name(one.node)} and ${name(node)} lie on each other`),
  )
  return [...outside, ...small, ...cut, ...columns, ...overlaps]
}
