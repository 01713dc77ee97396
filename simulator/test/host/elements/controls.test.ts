import { createPerson } from '../../../wx/phone/person'
import { errorsOf, logOf, onePage, run } from '../bundle'

/** A page whose every handler logs the event and its detail. */
const LOGGER = `Page({
  data: { value: 'bound', on: false, src: '/assets/there.png' },
  log(event) { console.log(event.type, JSON.stringify(event.detail)) },
  upper(event) { this.setData({ value: event.detail.value.toUpperCase() }) },
  change() { this.setData({ src: '/assets/missing.png' }) },
})`

describe('built-in components', () => {
  it('a form collects its named controls on submit, and empties them on reset', async () => {
    const app = await run(
      onePage(
        LOGGER,
        `<form bindsubmit="log" bindreset="log">
          <input id="name" name="name" /><input id="unnamed" /><switch id="news" name="news" />
          <picker id="city" name="city" range="{{[1,2]}}" /><textarea id="about" name="about" value="x" />
          <radio-group name="plan"><label id="pro"><radio value="pro" /></label><radio id="free" value="free" /></radio-group>
          <checkbox-group name="tags"><checkbox id="a" value="a" /><checkbox id="b" value="b" /></checkbox-group>
          <button id="submit" form-type="submit" /><button id="reset" form-type="reset" />
        </form>`,
      ),
    )
    await app.input('name', '小明')
    await app.input('unnamed', 'ignored')
    await app.tap('news')
    await app.pick('city', 1)
    await app.tap('free')
    await app.tap('pro')
    await app.tap('a')
    await app.tap('b')
    await app.tap('a')
    await app.tap('submit')
    await app.tap('reset')
    await app.tap('submit')
    expect(logOf(app)).toEqual([
      'submit {"value":{"name":"小明","news":true,"city":1,"about":"x","plan":"pro","tags":["b"]}}',
      'reset {}',
      'submit {"value":{"name":"","news":false,"city":"","about":"x","plan":"","tags":[]}}',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a slider holds where the finger leaves it', async () => {
    const app = await run(onePage(LOGGER, '<slider id="s" value="3" bindchange="log" />'))
    expect(app.value('s')).toBe(3)
    await app.pick('s', 40)
    expect(app.value('s')).toBe(40)
    expect(logOf(app)).toEqual(['change {"value":40}'])
    app.close()
  })

  it('a swiper reports the page it is turned to once, with its item-id', async () => {
    const app = await run(
      onePage(
        LOGGER,
        '<swiper id="s" bindchange="log"><swiper-item item-id="a" /><swiper-item item-id="b" /></swiper>',
      ),
    )
    await app.swipe('s', 1)
    await app.swipe('s', 1)
    expect(app.value('s')).toBe(1)
    expect(logOf(app)).toEqual(['change {"current":1,"currentItemId":"b","source":"touch"}'])
    app.close()
  })

  it('an input reports focus, input and blur; the text is cut at maxlength; confirm reports it', async () => {
    const app = await run(
      onePage(
        LOGGER,
        '<input id="in" maxlength="3" bindfocus="log" bindinput="log" bindblur="log" bindconfirm="log" />',
      ),
    )
    await app.input('in', 'abcdef')
    await app.confirm('in')
    expect(app.value('in')).toBe('abc')
    expect(logOf(app)).toEqual([
      'focus {"value":"","height":0}',
      'input {"value":"abc","cursor":3,"keyCode":0}',
      'blur {"value":"abc","cursor":3}',
      'confirm {"value":"abc"}',
    ])
    app.close()
  })

  it('an input shows what the template binds over what was typed', async () => {
    const app = await run(onePage(LOGGER, '<input id="in" value="{{value}}" bindinput="upper" />'))
    expect(app.value('in')).toBe('bound')
    await app.input('in', 'typed')
    expect(app.value('in')).toBe('TYPED')
    app.close()
  })

  it('a switch toggles, and stays where a bound value says', async () => {
    const app = await run(
      onePage(
        LOGGER,
        '<switch id="free" bindchange="log" /><switch id="fixed" checked disabled bindchange="log" />',
      ),
    )
    await app.tap('free')
    await app.tap('free')
    await app.tap('fixed')
    expect(logOf(app)).toEqual(['change {"value":true}', 'change {"value":false}'])
    expect(app.value('fixed')).toBe(true)
    app.close()
  })

  it('a scroll-view reports its ends', async () => {
    const app = await run(
      onePage(LOGGER, '<scroll-view id="list" bindscrolltolower="log" bindscrolltoupper="log" />'),
    )
    await app.scroll('list', 'bottom')
    await app.scroll('list', 'top')
    expect(logOf(app)).toEqual([
      'scrolltolower {"direction":"bottom"}',
      'scrolltoupper {"direction":"top"}',
    ])
    app.close()
  })

  it('an image loads what the package has and fails for what it has not, each once', async () => {
    const app = await run(
      onePage(
        LOGGER,
        '<image src="{{src}}" bindload="log" binderror="log" /><view id="change" bindtap="change" />',
        {
          'assets/there.png': '',
        },
      ),
    )
    await app.tap('change')
    expect(logOf(app)).toEqual([
      'load {"width":100,"height":100}',
      'error {"errMsg":"GET /assets/missing.png 404 (Not Found)"}',
    ])
    app.close()
  })

  describe('input type="nickname"', () => {
    const PAGE = onePage(
      LOGGER.replace('data:', 'agree() { wx.requirePrivacyAuthorize({}) }, data:'),
      '<view id="agree" bindtap="agree" /><input id="nick" type="nickname" bindblur="log" bindnicknamereview="log" />',
    )
    const typeNickname = async (options: Parameters<typeof run>[1]) => {
      const app = await run(PAGE, options)
      await app.tap('agree')
      await app.input('nick', '坏名字')
      const seen = { log: logOf(app), value: app.value('nick') }
      app.close()
      return seen
    }
    const BLUR = 'blur {"value":"坏名字","cursor":3}'

    it.each([
      ['pass', '{"pass":true,"timeout":false}', '坏名字'],
      ['fail', '{"pass":false,"timeout":false}', ''],
      ['timeout', '{"pass":false,"timeout":true}', '坏名字'],
    ] as const)(
      'an input of type nickname is reviewed after blur: %s',
      async (nicknameReview, detail, value) => {
        const seen = await typeNickname({ person: createPerson('alice', { nicknameReview }) })
        expect(seen).toEqual({ log: [BLUR, `nicknamereview ${detail}`], value })
      },
    )

    it('an input of type nickname is plain text on an old base library, and without privacy consent', async () => {
      const plain = { log: [BLUR], value: '坏名字' }
      const failing = { nicknameReview: 'fail' } as const
      const old = { person: createPerson('alice', failing), device: { libVersion: '2.24.3' } }
      const unasked = { person: createPerson('alice', { ...failing, privacy: 'disagree' }) }
      expect(
        await typeNickname({ ...old, wx: { requirePrivacyAuthorize: () => undefined } }),
      ).toEqual(plain)
      expect(await typeNickname(unasked)).toEqual(plain)
    })
  })
})
