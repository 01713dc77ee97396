import { errorsOf } from '../host/bundle'
import { openStranger } from './open-stranger'

it.each([
  ['draw', 'drawn number number string object true'],
  ['export', 'png saveImageToPhotosAlbum:ok true'],
  ['legacy', 'legacy string'],
  ['chart', 'chart 10 object object'],
  ['observe', 'seen number target number'],
  ['animate', 'animated'],
  ['scroll', 'scrolled function'],
])(
  'a board as strangers write it draws and measures as far as there is a canvas: %s',
  async (id, told) => {
    const app = await openStranger('board')
    await app.tap(id)
    expect(app.text('log')).toBe(told)
    expect(errorsOf(app)).toEqual([])
    app.close()
  },
)
