import { errorsOf } from '../host/bundle'
import { openStranger } from './open-stranger'

describe('a shop as strangers write it', () => {
  it('a shop of a store library shows what its actions change, on the page, in the cart and in its own tab bar', async () => {
    const app = await openStranger('shop')
    expect(errorsOf(app)).toEqual([])
    expect(app.text('names')).toBe('Tea/Cup')
    expect(app.text('name-2')).toBe('Cup ¥99.00')
    expect(app.text('code')).toBe('signed in 1001')
    await app.tap('add-1')
    await app.tap('add-1')
    await app.tap('add-2')
    expect(app.text('label')).toBe('3 in cart ¥124.00')
    expect(app.text('tab-1')).toBe('Cart(3)')
    await app.tap('tab-1')
    expect(app.page()).toBe('pages/cart/cart')
    expect(app.text('total')).toBe('3 12400')
    expect(app.text('line-1')).toBe('1x2')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a shop of computed behaviours reports what its stepper counted', async () => {
    const app = await openStranger('shop')
    expect(app.text('twice')).toBe('4')
    await app.tap('plus')
    expect(app.text('value')).toBe('3')
    expect(app.text('twice')).toBe('6')
    expect(app.text('slot')).toBe('change 3 2 3')
    await app.pullDown()
    expect(app.text('slot')).toBe('refreshed')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a shop opens a page that is a component with its query as properties', async () => {
    const app = await openStranger('shop')
    await app.tap('to-2')
    expect(app.text('detail')).toBe('Cup 9900')
    await app.tap('buy')
    expect(app.page()).toBe('pages/index/index')
    expect(app.text('label')).toBe('1 in cart ¥99.00')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
