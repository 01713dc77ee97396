import { chosenFile, openFiles } from '../files/file-manager'

describe('the album', () => {
  it.each(['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'openDocument'])(
    'the album and pages of documents take a file of the phone, and none that is not there: %s',
    async (name) => {
      const phone = openFiles()
      const filePath = await chosenFile(phone)
      expect(await phone.call(name, { filePath })).toEqual({ errMsg: `${name}:ok` })
      expect(await phone.call(name, { filePath: 'none.png' })).toEqual({
        errMsg: `${name}:fail file not found`,
      })
    },
  )

  it('the album needs consent to the privacy guide', async () => {
    const phone = openFiles(undefined, { replies: { privacy: 'disagree' } })
    phone.sync('writeFileSync', `${phone.root}/a.png`, 'x')
    expect(
      await phone.call('saveImageToPhotosAlbum', { filePath: `${phone.root}/a.png` }),
    ).toMatchObject({ errno: 104 })
  })
})
