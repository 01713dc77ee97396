import { createPhoneMemory } from '../../../wx/phone/memory'
import { openFiles } from './file-manager'

describe('files', () => {
  it('a file is written, appended to, read in part, copied, moved and removed', async () => {
    const { ask, sync, root } = openFiles()
    const [a, b] = [`${root}/a.txt`, `${root}/b.txt`]
    expect(await ask('writeFile', { filePath: a, data: 'hello' })).toEqual({
      errMsg: 'writeFile:ok',
    })
    await ask('appendFile', { filePath: a, data: ' world' })
    expect(sync('readFileSync', a, 'utf8', 6, 3)).toBe('wor')
    await ask('copyFile', { srcPath: a, destPath: b })
    await ask('rename', { oldPath: b, newPath: `${root}/c.txt` })
    expect(sync('readdirSync', root)).toEqual(['a.txt', 'c.txt'])
    sync('truncateSync', { filePath: a, length: 5 })
    expect(sync('readFileSync', a, 'utf8')).toBe('hello')
    await ask('unlink', { filePath: a })
    expect(await ask('readdir', { dirPath: root })).toEqual({
      files: ['c.txt'],
      errMsg: 'readdir:ok',
    })
  })

  it('a file manager answers to callbacks and never by a promise, and there is one of it', () => {
    const { wx, fs, root } = openFiles()
    expect(fs['access']?.({ path: root })).toBeUndefined()
    expect(wx['getFileSystemManager']?.()).toBe(fs)
  })

  it('a file is there at the second launch of the same phone and not on another', () => {
    const memory = createPhoneMemory()
    const { sync, root } = openFiles(memory)
    sync('mkdirSync', `${root}/d`)
    sync('writeFileSync', `${root}/d/f`, 'kept')
    expect(openFiles(memory).sync('readFileSync', `${root}/d/f`, 'utf8')).toBe('kept')
    expect(openFiles().sync('accessSync', `${root}/d`)).toBeInstanceOf(Error)
  })

  it('a file stays as it is when the buffer changes that it was written from or read into', () => {
    const { sync, root } = openFiles()
    const bytes = Uint8Array.from([1, 2])
    sync('writeFileSync', `${root}/f`, bytes.buffer)
    bytes[0] = 9
    const read = new Uint8Array(sync('readFileSync', `${root}/f`) as ArrayBuffer)
    expect([...read]).toEqual([1, 2])
    read[0] = 9
    expect(sync('readFileSync', `${root}/f`, 'hex')).toBe('0102')
  })

  it('a file and a folder say what they are, how large and how old, also all of a folder at once', async () => {
    const { ask, sync, root } = openFiles(createPhoneMemory(), {
      clock: { now: () => 1_700_000_000_900, after: () => () => undefined },
    })
    sync('mkdirSync', `${root}/d/e`, true)
    sync('writeFileSync', `${root}/d/f`, 'abc')
    const { stats } = (await ask('stat', { path: `${root}/d/f` })) as {
      stats: { isFile: () => boolean; isDirectory: () => boolean; size: number }
    }
    expect(stats).toMatchObject({ size: 3, lastModifiedTime: 1_700_000_000, mode: 33188 })
    expect([stats.isFile(), stats.isDirectory()]).toEqual([true, false])
    const all = sync('statSync', `${root}/d`, true) as { path: string }[]
    expect(all.map(({ path }) => path)).toEqual(['/', '/e', '/f'])
  })

  it('a folder is made with those above it only when asked, and removed with what is in it only when asked', async () => {
    const { ask, sync, root } = openFiles()
    const dirPath = `${root}/a/b`
    expect(await ask('mkdir', { dirPath })).toEqual({
      errMsg: `mkdir:fail no such file or directory ${dirPath}`,
      errCode: 1300002,
    })
    expect(await ask('mkdir', { dirPath, recursive: true })).toEqual({ errMsg: 'mkdir:ok' })
    expect(await ask('rmdir', { dirPath: `${root}/a` })).toEqual({
      errMsg: 'rmdir:fail directory not empty',
      errCode: 1300066,
    })
    sync('writeFileSync', `${dirPath}/f`, '')
    sync('renameSync', `${root}/a`, `${root}/z`)
    expect(sync('readdirSync', `${root}/z/b`)).toEqual(['f'])
    sync('rmdirSync', `${root}/z`, true)
    expect(sync('readdirSync', root)).toEqual([])
  })

  it('a path of the app’s own is the same with doubled slashes and dots, and never leads out', async () => {
    const { ask, sync, root } = openFiles()
    sync('writeFileSync', `${root}//a/../f`, 'x')
    expect(sync('readFileSync', `${root}/f`, 'utf8')).toBe('x')
    const filePath = `${root}/../f`
    expect(await ask('writeFile', { filePath, data: '' })).toEqual({
      errMsg: `writeFile:fail permission denied, open ${filePath}`,
      errCode: 1301000,
    })
  })

  it('a file of the package is read as it was written and cannot be changed', async () => {
    const files = new Map([['data/a.json', '{"a":1}']])
    const packaged = {
      bytes: (path: string) => {
        const text = files.get(path)
        return text === undefined ? undefined : new TextEncoder().encode(text)
      },
      list: () => [...files.keys()],
    }
    const { sync, ask } = openFiles(createPhoneMemory(), { host: { packaged } })
    expect(sync('readFileSync', '/data/a.json', 'utf8')).toBe('{"a":1}')
    expect(sync('readdirSync', 'data')).toEqual(['a.json'])
    expect(sync('readdirSync', '/')).toEqual(['data'])
    expect(String(sync('readFileSync', './data/a.json'))).toContain('no such file or directory')
    expect(await ask('unlink', { filePath: '/data/a.json' })).toMatchObject({
      errMsg: 'unlink:fail permission denied, open /data/a.json',
    })
  })

  it('the folder of the app’s own begins with http in DevTools and with wxfile on a phone', () => {
    expect(openFiles().root).toBe('wxfile://usr')
    expect(openFiles(createPhoneMemory(), { device: { platform: 'devtools' } }).root).toBe(
      'http://usr',
    )
  })

  it('the file manager throws by name what is not simulated', () => {
    expect(() => openFiles().fs['unzip']?.({})).toThrow('FileSystemManager.unzip is not simulated.')
  })
})
