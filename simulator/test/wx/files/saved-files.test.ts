import { createPhoneMemory } from '../../../wx/phone/memory'
import { chosenFile, openFiles } from './file-manager'

describe('saved files', () => {
  it('a saved file is moved: it has a path of its own that outlives the launch, the temporary one is gone', async () => {
    const memory = createPhoneMemory()
    const phone = openFiles(memory)
    const tempFilePath = await chosenFile(phone)
    const { savedFilePath } = await phone.ask('saveFile', { tempFilePath })
    expect(savedFilePath).toMatch(/^wxfile:\/\/store_\d+\.png$/)
    expect(await phone.ask('access', { path: tempFilePath })).toMatchObject({ errCode: 1300002 })
    const later = openFiles(memory)
    expect(await later.ask('access', { path: savedFilePath })).toEqual({ errMsg: 'access:ok' })
    expect(await later.ask('unlink', { filePath: savedFilePath })).toMatchObject({
      errCode: 1301000,
    })
  })

  it('a saved file takes a path of the app’s own when asked, in a folder that is there', async () => {
    const phone = openFiles()
    const tempFilePath = await chosenFile(phone)
    const filePath = `${phone.root}/d/me.png`
    expect(await phone.ask('saveFile', { tempFilePath, filePath })).toEqual({
      errMsg: `saveFile:fail no such file or directory "${phone.root}/d"`,
      errCode: 1300002,
    })
    phone.sync('mkdirSync', `${phone.root}/d`)
    expect(phone.sync('saveFileSync', tempFilePath, filePath)).toBe(filePath)
    expect(phone.sync('readdirSync', `${phone.root}/d`)).toEqual(['me.png'])
  })

  it('the saved files are listed and removed, by wx and by its file manager', async () => {
    const phone = openFiles()
    const first = await phone.call('saveFile', { tempFilePath: await chosenFile(phone) })
    const second = await phone.call('saveFile', { tempFilePath: await chosenFile(phone) })
    expect(first['savedFilePath']).not.toBe(second['savedFilePath'])
    phone.sync('writeFileSync', `${phone.root}/own`, 'x')
    const { fileList } = await phone.ask('getSavedFileList')
    expect(fileList).toEqual([
      {
        filePath: first['savedFilePath'],
        size: expect.any(Number),
        createTime: expect.any(Number),
      },
      {
        filePath: second['savedFilePath'],
        size: expect.any(Number),
        createTime: expect.any(Number),
      },
    ])
    await phone.call('removeSavedFile', { filePath: first['savedFilePath'] })
    await phone.ask('removeSavedFile', { filePath: second['savedFilePath'] })
    expect(await phone.call('getSavedFileList')).toEqual({
      fileList: [],
      errMsg: 'getSavedFileList:ok',
    })
    expect(phone.sync('readdirSync', phone.root)).toEqual(['own'])
  })

  it('the saved files and the app’s own are uploaded and shown like temporary ones', async () => {
    const phone = openFiles()
    const { savedFilePath } = await phone.call('saveFile', {
      tempFilePath: await chosenFile(phone),
    })
    expect(phone.file(String(savedFilePath))?.type).toBe('image/png')
    const src = `${phone.root}/gone.png`
    expect(await phone.call('getImageInfo', { src })).toMatchObject({
      errMsg: 'getImageInfo:fail file not found',
    })
    phone.sync('copyFileSync', savedFilePath, src)
    expect(await phone.call('getImageInfo', { src })).toMatchObject({ type: 'png' })
  })
})
