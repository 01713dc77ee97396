import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { readJson } from '../../scripts/code/read-json'
import { projectOf, removeProjects } from './kit/project'

afterAll(removeProjects)

const fileOf = (bytes: string | Uint8Array) => {
  const path = join(projectOf({}), 'answers.json')
  writeFileSync(path, bytes)
  return path
}

describe('a file of answers', () => {
  it.each([
    ['plain', '{"displayName":"茶铺"}'],
    ['with a byte order mark', '\ufeff{"displayName":"茶铺"}'],
    ['with line ends of Windows', '\r\n{\r\n"displayName":"茶铺"\r\n}\r\n'],
  ])('a file of answers is read %s', (_kind, text) => {
    expect(readJson(fileOf(text))).toEqual({ displayName: '茶铺' })
  })

  it.each([
    ['GBK', Uint8Array.from([0x22, 0xb2, 0xe8, 0xc6, 0xcc, 0x22]), /is not written in UTF-8/],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), /is not written in UTF-8/],
    ['no JSON', '{"a": 1,}', /is no file of JSON/],
    ['nothing', '', /is no file of JSON/],
  ])('a file of answers in %s is refused with a sentence', (_kind, bytes, sentence) => {
    expect(() => readJson(fileOf(bytes))).toThrow(sentence)
  })

  it('a file of answers that is not there, or is a folder, is refused with a sentence', () => {
    expect(() => readJson('nowhere.json')).toThrow(/^nowhere\.json cannot be read/)
    expect(() => readJson(projectOf({}))).toThrow(/cannot be read/)
  })
})
