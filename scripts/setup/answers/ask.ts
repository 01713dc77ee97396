import { cancel, group, intro, multiselect, select, text } from '@clack/prompts'
import type { FeatureName } from '../features/feature'
import { features } from '../features/registry'
import type { Answers, Backend } from './answers'
import { DEFAULTS, faultOf, readAnswers } from './read-answers'

type Check = (text: string) => string | undefined

const question = (message: string, initial: string, check: Check) => () =>
  text({
    message,
    placeholder: initial,
    defaultValue: initial,
    validate: (value) => {
      const fault = value === undefined || value === '' ? undefined : check(value.trim())
      return fault === undefined ? undefined : `It ${fault}.`
    },
  })

const askBackend = () =>
  select<Backend['kind']>({
    message: '后端在哪里 · Where is the backend?',
    options: [
      { value: 'own', label: '自带的 server/ · The server of this repository' },
      { value: 'hosted', label: '托管服务或别的服务器 · A hosted service or another server' },
      { value: 'none', label: '还没有 · None yet' },
    ],
  })

const askHost = ({ results }: { results: { backend?: string } }) =>
  results.backend === 'hosted'
    ? text({
        message: '地址 · Its address',
        placeholder: 'https://your-client-id.myminapp.com',
        validate: (value) => {
          const read = readAnswers({ backend: value ?? '' })
          return 'faults' in read ? read.faults[0] : undefined
        },
      })
    : Promise.resolve('')

const askKeep = () =>
  multiselect<FeatureName>({
    message: '保留什么 · What to keep (space toggles)',
    options: features.map(({ name, label }) => ({ value: name, label: `${name}: ${label}` })),
    initialValues: features.map(({ name }) => name),
    required: false,
  })

/** Asks for every answer on the terminal; undefined when the person stops it. */
export const ask = async (): Promise<Answers | undefined> => {
  intro('把它变成你的 · Make it yours')
  let isStopped = false
  const given = await group(
    {
      name: question('项目名 · Name of the package', DEFAULTS.name, faultOf.name),
      displayName: question(
        '中文名称 · Chinese display name',
        DEFAULTS.displayName,
        faultOf.displayName,
      ),
      displayNameEn: question(
        '英文名称 · English display name',
        DEFAULTS.displayNameEn,
        faultOf.displayName,
      ),
      appid: question('AppID', DEFAULTS.appid, faultOf.appid),
      operatorName: question('运营主体全称 · Operator: full name (empty: later)', '', faultOf.text),
      operatorContact: question('联系方式 · Operator: e-mail or phone', '', faultOf.text),
      operatorAddress: question('注册地址 · Operator: address', '', faultOf.text),
      colour: question('品牌色 · Brand colour', DEFAULTS.colour, faultOf.colour),
      backend: askBackend,
      host: askHost,
      keep: askKeep,
    },
    {
      onCancel: () => {
        isStopped = true
        cancel('什么都没有改 · Nothing was changed.')
        throw new Error('stopped')
      },
    },
  ).catch((error: unknown) => {
    if (isStopped) return undefined
    throw error
  })
  if (given === undefined) return undefined
  const { operatorName, operatorContact, operatorAddress, host, backend, ...rest } = given
  const operator = { name: operatorName, contact: operatorContact, address: operatorAddress }
  const read = readAnswers({ ...rest, operator, backend: backend === 'hosted' ? host : backend })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.answers
}
