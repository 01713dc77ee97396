/** @jest-environment node */
import { cssOf, styleSheets } from '../../kit/painted'
import { tooNewCss } from '../../kit/too-new-css'

describe('the styles, in the oldest engines of .browserslistrc', () => {
  it.each(styleSheets())(
    'the styles of %s have nothing that Chromium 78 or iOS 12 would skip',
    (file) => {
      expect(tooNewCss(cssOf(file))).toEqual([])
    },
  )

  it.each([
    '.a { inset: 0 }',
    '.a { display: flex; gap: 8px }',
    '.a { gap: 8px } .b { display: grid }',
    '.a, .b { gap: 8px } .a { display: grid }',
    '.a { height: 100dvh }',
    '.a { width: min(90%, 560px) }',
    '.a { aspect-ratio: 1 }',
    '.a { overflow-wrap: anywhere }',
    '.a { color: rgb(0 0 0 / 45%) }',
    '.a:has(.b) { color: red }',
    '.a { & .b { color: red } }',
    '@media (width >= 768px) { .a { color: red } }',
    '@container (min-width: 1px) { .a { color: red } }',
  ])('a style that the oldest engines skip would be found: %s', (css) => {
    expect(tooNewCss(css)).not.toEqual([])
  })

  it('a style may space a grid', () => {
    expect(tooNewCss('.a { display: grid } .b, .a { color: red } .a { gap: 8px }')).toEqual([])
  })
})
