import { useRouter } from '@tarojs/taro'
import { SignInPanel } from '../../../features/web/SignInPanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/page/Page'

export default function SignInPage() {
  const { redirect } = useRouter().params
  const texts = useTexts(webTexts)
  return (
    <Page title={texts.signInTitle} lead={texts.signInLead}>
      <SignInPanel redirect={redirect} />
    </Page>
  )
}
