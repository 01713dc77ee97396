const { call, kindOf, message } = require('../runner/say')
const server = require('../runner/server')

const withFile = (then) =>
  call('downloadFile', { url: server.url('/picture') }, (answer) =>
    then(answer.tempFilePath, answer),
  )
const upload = (path, read) => (see) =>
  withFile((filePath) =>
    call(
      'uploadFile',
      { url: server.url(path), filePath, name: 'file', formData: { a: 'b' } },
      (answer) => see(read(answer)),
    ),
  )

module.exports = {
  id: 'transfer',
  zh: '文件',
  en: 'Files',
  rules: [
    {
      id: 'transfer.no-file',
      doubt: 'unproven',
      zh: '上传没有的文件，失败',
      en: 'Uploading a file that is not there fails',
      expected: 'uploadFile:fail file not found',
      run: (see) =>
        call(
          'uploadFile',
          { url: server.url('/upload'), filePath: 'wxfile://none', name: 'file' },
          (answer) => see(message(answer)),
        ),
    },
    {
      id: 'transfer.download',
      server: true,
      zh: '下载得到临时文件',
      en: 'A download becomes a temporary file',
      expected: ['temporary'],
      run: (see) =>
        withFile((path) =>
          see(/^(http:\/\/tmp|wxfile:\/\/)/.test(String(path)) ? 'temporary' : kindOf(path)),
        ),
    },
    {
      id: 'transfer.upload-text',
      server: true,
      zh: '上传的回答是文字，哪怕是 JSON',
      en: 'The answer to an upload is a text, even where it is JSON',
      expected: 'text',
      run: upload('/upload', ({ data }) => kindOf(data)),
    },
    {
      id: 'transfer.upload-form',
      server: true,
      zh: '上传是 multipart，表单在里面',
      en: 'An upload is multipart, with its form data',
      expected: 'multipart, a=b',
      run: upload('/upload', ({ data }) => JSON.parse(data).seen),
    },
    {
      id: 'transfer.upload-status',
      server: true,
      zh: '拒绝的上传也是成功',
      en: 'A refused upload succeeds, too',
      expected: '413',
      run: upload('/status/413', ({ statusCode }) => statusCode),
    },
    {
      id: 'transfer.progress',
      server: true,
      since: '1.4.0',
      zh: '上传任务报告进度',
      en: 'A task has progress and can be aborted',
      expected: 'function, function',
      run: (see) =>
        withFile((filePath) => {
          const task = wx.uploadFile({ url: server.url('/upload'), filePath, name: 'file' })
          see(`${typeof task.onProgressUpdate}, ${typeof task.abort}`)
        }),
    },
  ],
}
