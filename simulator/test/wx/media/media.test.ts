import { createPhone } from '../phone'

describe('choosing a picture', () => {
  it('choosing a picture resolves chooseImage and chooseMedia to a temporary file', async () => {
    const { call } = createPhone()
    const image = await call('chooseImage', {})
    expect(image).toMatchObject({
      tempFilePaths: [expect.stringMatching(/^http:\/\/tmp\//)],
      errMsg: 'chooseImage:ok',
    })
    expect(await call('chooseMedia', { mediaType: ['image'] })).toMatchObject({
      type: 'image',
      tempFiles: [{ fileType: 'image', tempFilePath: expect.stringMatching(/^http:\/\/tmp\//) }],
    })
  })

  it('choosing a picture fails as a cancel when the person chooses none', async () => {
    const { call, person } = createPhone()
    person.replies.avatar = { kind: 'cancel' }
    expect(await call('chooseImage', {})).toEqual({ errMsg: 'chooseImage:fail cancel' })
  })
})
