import { useRouter } from '@tarojs/taro'
import { RegisterPanel } from '../../../features/web/RegisterPanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/page/Page'

export default function RegisterPage() {
  const { redirect } = useRouter().params
  const texts = useTexts(webTexts)
  return (
    <Page title={texts.registerTitle} lead={texts.registerLead}>
      <RegisterPanel redirect={redirect} />
    </Page>
  )
}
