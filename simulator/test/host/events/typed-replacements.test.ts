import { createManualClock } from '../../../wx/phone/clock'
import { logOf, onePage, run } from '../bundle'

describe('what bindinput returns', () => {
  it.each([
    ['value.replace(/11/g, "2")', ['1', '11', '23'], '23'],
    ['{ value: value.replace(/11/g, "2"), cursor: 0 }', ['1', '11', '32'], '32'],
    ['{ value: value.replace(/11/g, "2") }', ['1', '11', '23'], '23'],
    ['{ value: value + "!", cursor: 99 }', ['1', '1!1', '1!1!3'], '1!1!3!'],
    ['{ cursor: 0 }', ['1', '11', '113'], '113'],
    ['Promise.resolve(value)', ['1', '11', '113'], '113'],
    ['7', ['1', '11', '113'], '113'],
  ])(
    'typing is replaced by a text that the handler returns, alone or with the place of the cursor: %s',
    async (returned, heard, left) => {
      const page = `Page({ key({ detail: { value } }) { console.log(value); return (${returned}) } })`
      const app = await run(onePage(page, '<input id="field" bindinput="key" />'), {
        clock: createManualClock(0),
      })
      await app.type('field', '113')
      expect(logOf(app)).toEqual(heard)
      expect(app.value('field')).toBe(left)
      app.close()
    },
  )
})
