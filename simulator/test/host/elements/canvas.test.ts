import { errorsOf, logOf, onePage, run } from '../bundle'

describe('a canvas in Node', () => {
  it('a canvas that draws nothing says that its pictures have loaded, each in a task of its own', async () => {
    const app = await run(
      onePage(
        `Page({
          onReady() {
            wx.createSelectorQuery().select('#c').fields({ node: true }).exec(([{ node }]) => {
              const image = node.createImage()
              image.onload = () => console.log('loaded', image.src)
              image.src = 'https://example.com/a.png'
              console.log('set')
              node.getContext('2d').drawImage(image, 0, 0)
            })
          },
        })`,
        '<canvas type="2d" id="c" />',
      ),
    )
    expect(logOf(app)).toEqual(['set', 'loaded https://example.com/a.png'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
