import { errorsOf, logOf, onePage, run } from '../bundle'

describe('what a handler of the logic layer returns', () => {
  it.each(['false', 'true', '0', "'text'", 'Promise.resolve(false)'])(
    'a handler that returns %s stops no event: only catch and WXS do',
    async (returned) => {
      const app = await run(
        onePage(
          `Page({
            inner() { console.log('inner'); return ${returned} },
            outer() { console.log('outer') },
            submitted() { console.log('submitted') },
          })`,
          `<form bindsubmit="submitted"><view bindtap="outer">
            <button id="send" form-type="submit"><text id="inner" bindtap="inner">x</text></button>
          </view></form>`,
        ),
      )
      await app.tap('inner')
      expect(logOf(app)).toEqual(['inner', 'outer', 'submitted'])
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )

  it('an event is an object of the mini-program’s own realm', async () => {
    const app = await run(
      onePage(
        'Page({ look(event) { console.log(event instanceof Object, event.constructor === Object) } })',
        '<view id="v" bindtap="look" />',
      ),
    )
    await app.tap('v')
    expect(logOf(app)).toEqual(['true true'])
    app.close()
  })
})
