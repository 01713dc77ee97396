import { openFiles } from './file-manager'

const ROOT = 'wxfile://usr'

const open = () => {
  const files = openFiles()
  files.sync('mkdirSync', `${ROOT}/d`)
  files.sync('writeFileSync', `${ROOT}/f`, 'abc')
  return files
}

describe('refusals of the file system', () => {
  it.each([
    ['access', { path: `${ROOT}/no` }, 1300002, `no such file or directory ${ROOT}/no`],
    ['readFile', { filePath: `${ROOT}/no` }, 1300002, `no such file or directory, open ${ROOT}/no`],
    [
      'readFile',
      { filePath: `${ROOT}/d` },
      1301003,
      `illegal operation on a directory, open ${ROOT}/d`,
    ],
    [
      'readFile',
      { filePath: `${ROOT}/f`, position: 3 },
      1301009,
      'value of position is out of range',
    ],
    ['readFile', { filePath: `${ROOT}/f`, length: 4 }, 1301006, 'value of length is out of range'],
    ['readdir', { dirPath: `${ROOT}/f` }, 1300020, `not a directory ${ROOT}/f`],
    ['stat', { path: `${ROOT}/no` }, 1300002, `no such file or directory ${ROOT}/no`],
    [
      'writeFile',
      { filePath: `${ROOT}/no/f`, data: '' },
      1300002,
      `no such file or directory, open ${ROOT}/no/f`,
    ],
    [
      'writeFile',
      { filePath: `${ROOT}/f/f`, data: '' },
      1300020,
      `not a directory, open ${ROOT}/f/f`,
    ],
    [
      'writeFile',
      { filePath: `${ROOT}/d`, data: '' },
      1301003,
      `illegal operation on a directory, open ${ROOT}/d`,
    ],
    ['writeFile', { filePath: 'a.txt', data: '' }, 1301000, 'permission denied, open a.txt'],
    ['writeFile', { filePath: `${ROOT}/x` }, 1301002, 'data to write is empty'],
    [
      'appendFile',
      { filePath: `${ROOT}/no`, data: '' },
      1300002,
      `no such file or directory, open ${ROOT}/no`,
    ],
    ['truncate', { filePath: `${ROOT}/f`, length: -1 }, 1301006, 'value of length is out of range'],
    [
      'copyFile',
      { srcPath: `${ROOT}/no`, destPath: `${ROOT}/x` },
      1300002,
      `no such file or directory, copyFile ${ROOT}/no -> ${ROOT}/x`,
    ],
    [
      'copyFile',
      { srcPath: `${ROOT}/f`, destPath: 'x' },
      1301000,
      `permission denied, copyFile ${ROOT}/f -> x`,
    ],
    [
      'rename',
      { oldPath: `${ROOT}/no`, newPath: `${ROOT}/x` },
      1300002,
      `no such file or directory, rename ${ROOT}/no -> ${ROOT}/x`,
    ],
    [
      'rename',
      { oldPath: `${ROOT}/d`, newPath: `${ROOT}/d/e` },
      1300001,
      `operation not permitted, rename ${ROOT}/d -> ${ROOT}/d/e`,
    ],
    [
      'rename',
      { oldPath: `${ROOT}/f`, newPath: `${ROOT}/d` },
      1301005,
      `file already exists ${ROOT}/d`,
    ],
    ['mkdir', { dirPath: `${ROOT}/f` }, 1301005, `file already exists ${ROOT}/f`],
    [
      'mkdir',
      { dirPath: `${ROOT}/f/a/b`, recursive: true },
      1300020,
      `not a directory ${ROOT}/f/a/b`,
    ],
    ['mkdir', { dirPath: 'test' }, 1301000, 'permission denied, open test'],
    ['rmdir', { dirPath: `${ROOT}/no` }, 1300002, `no such file or directory ${ROOT}/no`],
    ['rmdir', { dirPath: `${ROOT}/f` }, 1300020, `not a directory ${ROOT}/f`],
    ['rmdir', { dirPath: ROOT, recursive: true }, 1301000, `permission denied, open ${ROOT}`],
    ['unlink', { filePath: `${ROOT}/no` }, 1300002, `no such file or directory ${ROOT}/no`],
    ['unlink', { filePath: `${ROOT}/d` }, 1300001, `operation not permitted, unlink ${ROOT}/d`],
    ['saveFile', { tempFilePath: `${ROOT}/f` }, 1301112, 'tempFilePath file not exist'],
    ['removeSavedFile', { filePath: `${ROOT}/f` }, 1300002, 'file not exist'],
    ['getFileInfo', { filePath: `${ROOT}/d` }, 1300002, 'file not exist'],
  ])('the file system refuses %s %j with %i', async (name, option, errCode, message) => {
    expect(await open().ask(name, option)).toEqual({ errMsg: `${name}:fail ${message}`, errCode })
  })

  it('the file system refuses a path that is no text', async () => {
    const errMsg =
      'readFile:fail parameter error: parameter.filePath should be String instead of Undefined;'
    expect(await open().ask('readFile')).toEqual({ errMsg })
  })

  it('the file system throws the refusal of a synchronous call, with its code', () => {
    expect(open().sync('readFileSync', `${ROOT}/no`)).toMatchObject({
      message: `readFileSync:fail no such file or directory, open ${ROOT}/no`,
      errMsg: `readFileSync:fail no such file or directory, open ${ROOT}/no`,
      errCode: 1300002,
    })
  })

  it('the file system holds 100 MB in one file and 200 MB in all, and a smaller file makes room', async () => {
    const { ask, sync } = open()
    const full = {
      errCode: 1300202,
      errMsg: expect.stringContaining('the maximum size of the file storage limit is exceeded'),
    }
    const megabytes = (count: number) => new ArrayBuffer(count * 1024 * 1024)
    const write = (name: string, data: unknown) =>
      ask('writeFile', { filePath: `${ROOT}/${name}`, data })
    expect(await write('a', megabytes(101))).toMatchObject(full)
    await write('a', megabytes(90))
    expect(await ask('truncate', { filePath: `${ROOT}/a`, length: 2 ** 40 })).toMatchObject(full)
    await ask('copyFile', { srcPath: `${ROOT}/a`, destPath: `${ROOT}/b` })
    const copy = { srcPath: `${ROOT}/a`, destPath: `${ROOT}/c` }
    expect(await ask('copyFile', copy)).toMatchObject(full)
    sync('truncateSync', { filePath: `${ROOT}/b`, length: 1 })
    expect(await ask('copyFile', copy)).toEqual({ errMsg: 'copyFile:ok' })
  })
})
