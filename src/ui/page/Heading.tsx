import { Text } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { HeadingProps } from './heading.types'

/** Words above what belongs to them. WeChat knows no headings: to it they are text. */
export const Heading = Text as ComponentType<HeadingProps>
