import type { Language } from '../../i18n/language'
import { meTexts } from '../../i18n/me'
import { offerUpdate } from '../../platform/updates'

/** Offers the new version that WeChat has fetched, in the person's language of that moment. */
export const offerUpdates = (language: () => Language): void =>
  offerUpdate(() => {
    const texts = meTexts[language()]
    return {
      title: texts.updateTitle,
      content: texts.updateLead,
      confirmText: texts.updateNow,
      cancelText: texts.updateLater,
    }
  })
