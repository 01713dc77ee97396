import { targetOf } from '../../../config/target'

describe('the target of a build', () => {
  it.each(['weapp', 'h5'] as const)(
    'the target of a build is %s when the app has a platform for it',
    (target) => {
      expect(targetOf(target)).toEqual({ target })
    },
  )

  it('the target of a build is weapp for commands that build nothing', () => {
    expect(targetOf(undefined)).toEqual({ target: 'weapp' })
  })

  it.each(['alipay', 'tt', 'swan'])(
    'the target %s is refused by one sentence that names what is missing',
    (name) => {
      expect(targetOf(name)).toEqual({
        fault: expect.stringContaining(`src/platform/index.${name}.ts`),
      })
    },
  )
})
