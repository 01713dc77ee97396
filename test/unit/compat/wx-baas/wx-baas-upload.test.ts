import { answered, granted, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'
import { last } from '../../../kit/wx-auth'

const POLICY = {
  id: 'file-1',
  policy: 'POLICY',
  authorization: 'UPYUN op:sig',
  path: 'https://cdn.invalid/1e.png',
  upload_url: 'https://storage.invalid/_upload',
}
const STORED = '{"code":200,"url":"1e.png","time":1512531154,"mimetype":"image/png","file_size":7}'

describe('wx.BaaS: File.upload', () => {
  const started = async () => {
    const made = await launchedWith(granted())
    const file = { filePath: 'wxfile://tmp/a.png' }
    const uploading = new made.baas.File().upload(file, { categoryName: 'avatar' })
    await settle()
    return { ...made, uploading }
  }

  it('File.upload asks for a policy, sends the bytes, and returns the file as documented', async () => {
    const made = await started()
    expect(last(made)).toEqual([
      'POST /hserve/v2.1/upload/',
      { filename: 'a.png', category_name: 'avatar' },
    ])
    made.network.answer(answered(POLICY))
    await settle()
    made.uploads.answer(answered(STORED))
    expect(await made.uploading).toEqual({
      statusCode: 200,
      data: {
        status: 'ok',
        path: POLICY.path,
        file: {
          id: 'file-1',
          path: POLICY.path,
          name: 'a.png',
          created_at: 1512531154,
          mime_type: 'image/png',
          cdn_path: '1e.png',
          size: 7,
        },
      },
    })
  })

  it('File.upload reports how far it is, whenever a listener comes', async () => {
    const made = await started()
    const heard: number[] = []
    made.network.answer(answered(POLICY))
    await settle()
    const tell = made.uploads.onProgress.at(-1)
    const at = (progress: number) =>
      tell?.({ progress, totalBytesSent: progress, totalBytesExpectedToSend: 100 })
    at(10)
    made.uploading.onProgressUpdate(({ progress }) => heard.push(progress))
    at(60)
    expect(heard).toEqual([60])
  })

  // docs/protocol.md 9.26
  it('File.upload sends neither the token nor a header of ours to the storage', async () => {
    const made = await started()
    made.network.answer(answered(POLICY))
    await settle()
    expect(JSON.stringify(made.uploads.requests)).not.toContain('token-of-this-session')
    expect(made.uploads.requests[0]).toMatchObject({ url: POLICY.upload_url, headers: {} })
  })

  it.each([
    ['an HTML page', answered('<html>'), 502],
    ['too large', answered('<html>', 413), 413],
    // docs/protocol.md 9.27
  ])('File.upload rejects %s in answer', async (_, answer, code) => {
    const made = await started()
    made.network.answer(answered(POLICY))
    await settle()
    made.uploads.answer(answer)
    await expect(made.uploading).rejects.toMatchObject({ code })
  })

  // docs/protocol.md 9.27
  it('File.upload can be aborted in both steps', async () => {
    const early = await started()
    early.uploading.abort()
    await expect(early.uploading).rejects.toMatchObject({ code: 499 })

    const late = await started()
    late.network.answer(answered(POLICY))
    await settle()
    late.uploading.abort()
    await expect(late.uploading).rejects.toMatchObject({ code: 499 })
    expect(late.uploads.aborted).toHaveLength(1)
  })

  it('File.upload takes a name and the documented options, and sends the form the storage wants', async () => {
    const made = await launchedWith(granted())
    const file = { filePath: 'wxfile://tmp/a.png', fileName: 'b.png' }
    const options = { categoryID: '7', categoryName: 'avatar', randomFileLink: false }
    const uploading = new made.baas.File().upload(file, options)
    await settle()
    expect(last(made)[1]).toEqual({
      filename: 'b.png',
      category_id: '7',
      category_name: 'avatar',
      random_file_link: false,
    })
    made.network.answer(answered(POLICY))
    await settle()
    expect(made.uploads.requests[0]).toMatchObject({
      url: POLICY.upload_url,
      filePath: 'wxfile://tmp/a.png',
      field: 'file',
      fields: { authorization: POLICY.authorization, policy: POLICY.policy },
      timeoutMs: 60_000,
    })
    made.uploads.answer(answered(JSON.parse(STORED)))
    expect((await uploading).data.file).toMatchObject({ name: 'b.png', size: 7 })
  })

  it.each([
    [199, false],
    [200, true],
    [299, true],
    [300, false],
  ])(
    'File.upload takes an answer of %i from the storage for a success: %s',
    async (status, isSuccess) => {
      const made = await started()
      made.network.answer(answered(POLICY))
      await settle()
      made.uploads.answer(answered(STORED, status))
      const outcome = await made.uploading.then(
        () => 'stored',
        (error: unknown) => error,
      )
      if (isSuccess) expect(outcome).toBe('stored')
      else expect(outcome).toMatchObject({ code: status, status })
    },
  )

  // docs/protocol.md 9.27
  it('File.upload ends after a minute, and says what was no JSON', async () => {
    const slow = await started()
    slow.network.answer(answered(POLICY))
    await settle()
    slow.clock.advance(60_000)
    await expect(slow.uploading).rejects.toMatchObject({ code: 601 })

    const foreign = await started()
    foreign.network.answer(answered(POLICY))
    await settle()
    foreign.uploads.answer(answered('<html>'))
    await expect(foreign.uploading).rejects.toMatchObject({
      serverMessage: 'the storage does not speak JSON',
      cause: expect.any(SyntaxError),
    })
  })
})
