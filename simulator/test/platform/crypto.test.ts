import { seal, signPush, signRawData, signWithSession, unseal } from '../../platform/crypto'

/** Published by WeChat in its guide "开放数据校验与解密". */
const sample = {
  appid: 'wx4f4bc4dec97d474b',
  sessionKey: 'tiihtNczf5v6AKRyjwEUhQ==',
  iv: 'r7BXXKkLb8qrSNn05n0qiA==',
  encryptedData:
    'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==',
}

const signed = {
  rawData:
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}',
  sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==',
  signature: '75e81ceda165f4ffa64f4068af58c64b8f54b88c',
}

interface Opened {
  openId: string
  watermark: { appid: string; timestamp: number }
}

test('WeChat’s published sample of encryptedData opens with its session_key', () => {
  const opened = unseal(sample, sample.sessionKey) as Opened
  expect(opened.openId).toBe('oGZUI0egBJY1zhBYw2KhdUfwVJJE')
  expect(opened.watermark).toEqual({ timestamp: 1477314187, appid: sample.appid })
})

test('sealing the content of WeChat’s sample returns the sample, byte for byte', () => {
  const { watermark, ...content } = unseal(sample, sample.sessionKey) as Opened
  // In the sample, timestamp stands before appid: the order is part of the bytes.
  const iv = Buffer.from(sample.iv, 'base64')
  expect(seal(content, watermark, sample.sessionKey, iv).encryptedData).toBe(sample.encryptedData)
})

test('a foreign session_key never opens sealed data', () => {
  const right = Buffer.from(sample.sessionKey, 'base64')
  for (let index = 0; index < 2000; index += 1) {
    const wrong = Buffer.from(right)
    wrong.writeUInt32BE((right.readUInt32BE(0) ^ (index + 1)) >>> 0, 0)
    expect(() => unseal(sample, wrong.toString('base64'))).toThrow()
  }
})

test('the signature of WeChat’s sample is over the raw text as received', () => {
  const { rawData, sessionKey, signature } = signed
  expect(signRawData(rawData, sessionKey)).toBe(signature)
  const again = JSON.stringify(JSON.parse(rawData), null, 1)
  expect(signRawData(again, sessionKey)).not.toBe(signature)
  expect(signRawData(rawData.replace('Band', 'Bane'), sessionKey)).not.toBe(signature)
})

test('the login-state signature is that of WeChat’s sample', () => {
  expect(signWithSession('{"foo":"bar"}', 'o0q0otL8aEzpcZL/FT9WsQ==')).toBe(
    '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
  )
})

test('the push signature is that of WeChat’s sample', () => {
  expect(signPush('AAAAA', '1714036504', '1514711492')).toBe(
    'f464b24fc39322e44b38aa78f5edd27bd1441696',
  )
})
