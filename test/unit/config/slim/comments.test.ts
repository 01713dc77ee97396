import { withoutComments } from '../../../../config/slim/comments'

describe('a script without its comments', () => {
  it('a script without its comments keeps what only looks like one', () => {
    expect(
      withoutComments('/** space */ const a = "//b" // fixed\nconst c = /\\/*x/ /* lang */'),
    ).toBe(' const a = "//b" \nconst c = /\\/*x/ ')
  })

  it('a script that cannot be parsed keeps its comments', () => {
    expect(withoutComments('<View /* lang */>')).toBe('<View /* lang */>')
  })
})
