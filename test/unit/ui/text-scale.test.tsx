import { render } from '@testing-library/react'
import { Page } from '../../../src/ui/page/Page'
import { TextScale } from '../../../src/ui/page/TextScale'

describe('the size of letters', () => {
  it('the size of letters is the person’s own on every page', () => {
    const { container } = render(
      <TextScale scale={1.4}>
        <Page title="A page">text</Page>
      </TextScale>,
    )
    const page = container.querySelector<HTMLElement>('.page')
    expect(page?.style.getPropertyValue('--text-scale')).toBe('1.4')
    expect(page?.className).toContain('type')
  })
})
