import { Text, View } from '@tarojs/components'
import { legalTexts } from '../../i18n/legal'
import { useTexts } from '../../i18n/LanguageProvider'
import { Tappable } from '../../ui/content/Tappable'
import { open } from '../navigation/open'
import './LegalLinks.scss'

interface Props {
  /** Prefix of the ids inside. */
  id: string
  /** The sentence before the links: what they mean for this form. */
  lead: string
}

/** The terms and the privacy guide, one tap from every form that they are about (docs/wechat.md 6.2). */
export const LegalLinks = ({ id, lead }: Props) => {
  const texts = useTexts(legalTexts)
  return (
    <View className="legal-links">
      <Text className="legal-words">{lead}</Text>
      <Tappable id={`${id}-terms`} className="legal-link" onTap={() => open('terms')}>
        <Text>{texts.terms}</Text>
      </Tappable>
      <Text className="legal-words">{texts.and}</Text>
      <Tappable id={`${id}-privacy`} className="legal-link" onTap={() => open('privacy')}>
        <Text>{texts.privacy}</Text>
      </Tappable>
    </View>
  )
}
