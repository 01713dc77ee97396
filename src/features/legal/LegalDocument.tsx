import { Text, View } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/content/Card'
import { Heading } from '../../ui/page/Heading'
import type { LegalText } from './text'
import './LegalDocument.scss'

/** A legal text, with its headings and paragraphs. */
export const LegalDocument = ({ text }: { text: LegalText }) => {
  const { sections } = useTexts(text)
  return (
    <Card>
      {sections.map(({ heading, paragraphs }) => (
        <View key={heading} className="legal-section">
          <Heading className="legal-heading">{heading}</Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="legal-paragraph">
              {paragraph}
            </Text>
          ))}
        </View>
      ))}
    </Card>
  )
}
