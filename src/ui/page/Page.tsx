import { Text, View } from '@tarojs/components'
import type { PageProps } from './page.types'
import { scaleStyle } from './scale-style'
import { useTextScale } from './TextScale'
import { useTitle } from './use-title'
import './type.scss'
import './Page.scss'

/** The frame of every page. WeChat's bar shows its title, so the page itself does not say it again. */
export const Page = ({ title, hero, lead, children }: PageProps) => {
  useTitle(title)
  return (
    <View className="type page" style={scaleStyle(useTextScale())}>
      {lead !== undefined && (
        <View className="page-head">
          {hero !== undefined && <Text className="page-title">{hero}</Text>}
          <Text className="page-lead">{lead}</Text>
        </View>
      )}
      {children}
    </View>
  )
}
