import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A mini-program of another person's, as a build leaves it: one page that asks for a phone number. */
const FILES = {
  'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
  'app.js': 'App({})',
  'pages/index/index.json': '{}',
  'pages/index/index.js': `Page({
    data: { hint: '' },
    bound({ detail }) {
      if (detail.code === undefined) return this.setData({ hint: '可以跳过，以后再绑定' })
      wx.request({
        url: 'https://api.example.com/phone', method: 'POST', data: { code: detail.code },
        success: ({ statusCode }) => this.setData({ hint: statusCode === 200 ? '已绑定' : '没有成功' }),
      })
    },
  })`,
  'pages/index/index.wxml': `<text id="hint">{{hint}}</text>
    <button id="bind-phone" open-type="getPhoneNumber" bindgetphonenumber="bound">绑定</button>`,
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Writes it to a folder of its own, in place of a `dist/weapp`; the folder goes after the tests of the file. */
export const foreignBundle = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  folders.push(folder)
  mkdirSync(join(folder, 'pages/index'), { recursive: true })
  for (const [path, content] of Object.entries(FILES)) writeFileSync(join(folder, path), content)
  return folder
}
