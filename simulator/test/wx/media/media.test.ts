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

  it('choosing a picture may be followed by compressing it, into a file of its own', async () => {
    const phone = createPhone()
    const { tempFilePaths } = await phone.call('chooseImage')
    const [src = ''] = tempFilePaths as string[]
    const { tempFilePath } = await phone.call('compressImage', { src, quality: 50 })
    expect(tempFilePath).not.toBe(src)
    expect(phone.file(String(tempFilePath))).toEqual(phone.file(src))
    expect(await phone.call('compressImage', { src: 'none.png' })).toEqual({
      errMsg: 'compressImage:fail file not found',
    })
  })

  it('choosing a picture fails as a cancel when the person chooses none', async () => {
    const { call, person } = createPhone()
    person.replies.avatar = { kind: 'cancel' }
    expect(await call('chooseImage', {})).toEqual({ errMsg: 'chooseImage:fail cancel' })
  })
})
