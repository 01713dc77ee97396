import type { Language } from '../../../../src/i18n/language'
import { settle } from '../../../kit/fake-backend'

/** The app over a WeChat with this update manager, which then has a new version ready; the person answers `confirm`. */
const whenReady = async (language: Language, confirm: boolean) => {
  const applyUpdate = jest.fn()
  const showModal = jest.fn((dialog: { title: string; cancelText: string }) =>
    Promise.resolve({ ...dialog, confirm }),
  )
  let isReady = () => undefined as void
  const getUpdateManager = () => ({
    applyUpdate,
    onUpdateReady: (listener: () => void) => void (isReady = listener),
  })
  // What the person chose after the launch counts.
  let chosen: Language = language === 'en' ? 'zh-CN' : 'en'
  await offering({ getUpdateManager, showModal }, () => chosen)
  expect(showModal).not.toHaveBeenCalled()
  chosen = language
  isReady()
  await settle()
  return { applyUpdate, dialog: showModal.mock.lastCall?.[0] }
}

const offering = async (taro: object, language: () => Language) => {
  jest.resetModules()
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }))
  const { offerUpdates } = await import('../../../../src/features/update/offer-updates.weapp')
  offerUpdates(language)
}

describe('a new version that WeChat has fetched', () => {
  it('a fetched new version is offered in the language the person has chosen by then, and started by a yes', async () => {
    const { applyUpdate, dialog } = await whenReady('en', true)
    expect(dialog).toMatchObject({ title: 'A new version is ready', cancelText: 'Later' })
    expect(applyUpdate).toHaveBeenCalledTimes(1)
  })

  it('a fetched new version waits for the next launch after a no', async () => {
    const { applyUpdate, dialog } = await whenReady('zh-CN', false)
    expect(dialog?.title).toBe('新版本已就绪')
    expect(applyUpdate).not.toHaveBeenCalled()
  })

  it('the offer of a new version needs no update manager in the library', async () => {
    await expect(offering({}, () => 'zh-CN')).resolves.toBeUndefined()
  })
})
