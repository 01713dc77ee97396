import { render } from '@testing-library/react'
import { Avatar } from '../../../src/ui/content/Avatar'

const drawn = (name: string) => render(<Avatar src="" name={name} />).container

describe('the stand-in for a picture', () => {
  it.each([
    ['a letter', '林小满', '林'],
    ['a flag', '🇨🇳 小明', '🇨🇳'],
    ['a family', '👨‍👩‍👧‍👦 at home', '👨‍👩‍👧‍👦'],
    ['a profession with a colour of skin', '👩🏽‍🚀', '👩🏽‍🚀'],
    ['a heart in its variant', '❤️‍🔥', '❤️‍🔥'],
    ['a letter whose accent stands by itself', 'e\u0301lodie', 'e\u0301'],
    ['a letter of a script from the right', 'مريم', 'م'],
    ['what follows marks that no one sees', '\u200b\u2060 Li', 'L'],
  ])('the stand-in for a picture begins with %s as people see it', (_what, name, initial) => {
    expect(drawn(name).textContent).toBe(initial)
  })

  it('the stand-in for a picture is a shape where there is no name', () => {
    expect(drawn(' ').querySelector('.avatar-shape')).not.toBeNull()
  })
})
