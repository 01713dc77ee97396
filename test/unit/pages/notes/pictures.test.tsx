import { wechatError } from '../../../../src/baas/wechat-errors'
import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { answered, refused } from '../../../kit/fake-backend'
import { fakePlatform } from '../../../kit/fake-platform'
import { wechat } from '../../../kit/stubs/taro'
import { asMember } from './kit'

beforeEach(() => wechat.reset())

describe('pictures in the editor of notes', () => {
  it('the editor of notes adds a picture once it is uploaded, and sends its id', async () => {
    const choosePicture = () => Promise.resolve('http://tmp/1.png')
    const page = await asMember(NoteEditPage, fakePlatform({ choosePicture }))
    await page.type('note-title', 'Cat')
    await page.tap('note-picture-add')
    await page.settled(() =>
      page.network.answer(
        answered({ id: 'file-1', path: 'https://cdn.invalid/1.png', upload_url: 'https://up/' }),
      ),
    )
    await page.settled(() => page.uploads.answer(answered('{"time": 1}')))
    await page.tap('note-save')
    expect(page.network.requests.at(-1)?.body).toMatchObject({ pictures: ['file-1'] })
  })

  it('the editor of notes saves nothing while a picture is uploaded, which would be left behind', async () => {
    const choosePicture = () => Promise.resolve('http://tmp/1.png')
    const page = await asMember(NoteEditPage, fakePlatform({ choosePicture }))
    await page.type('note-title', 'Cat')
    await page.tap('note-picture-add')
    expect(page.byId('note-save')).toHaveProperty('disabled', true)
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.byId('note-save')).toHaveProperty('disabled', false)
    expect(page.has('note-picture-failure')).toBe(true)
  })

  it('the editor of notes takes another tap on its picture button while the dialog is open: a browser may not say that it was closed', async () => {
    const chosen: Array<(filePath: string) => void> = []
    const choosePicture = () => new Promise<string>((resolve) => void chosen.push(resolve))
    const page = await asMember(NoteEditPage, fakePlatform({ choosePicture }))
    await page.tap('note-picture-add')
    expect(page.text('note-picture-add')).toBe('添加图片')
    await page.tap('note-picture-add')
    await page.settled(() => chosen[1]?.('http://tmp/2.png'))
    expect(page.text('note-picture-add')).toBe('正在上传…')
  })

  it('the editor of notes says nothing when the person chooses no picture', async () => {
    const choosePicture = () => Promise.reject({ errMsg: 'chooseImage:fail cancel' })
    const page = await asMember(
      NoteEditPage,
      fakePlatform({
        choosePicture: () =>
          choosePicture().catch((reason: unknown) => {
            throw wechatError(reason)
          }),
      }),
    )
    await page.tap('note-picture-add')
    expect(page.has('note-picture-failure')).toBe(false)
  })
})
