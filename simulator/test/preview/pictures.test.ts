import { pathOfPicture } from '../../host/browser/pictures'

describe('the address of a picture', () => {
  it.each([
    ['//cdn.example/x.png', 'https://cdn.example/x.png'],
    ['https://cdn.example/x.png', 'https://cdn.example/x.png'],
    ['/assets/x.png', '/assets/x.png'],
    ['../assets/x.png', '/assets/x.png'],
    ['x.png', '/pages/x.png'],
  ])(
    'the address of a picture without a protocol is https, and counts from the page otherwise: %s',
    (src, address) => {
      expect(pathOfPicture(src, 'pages/a')).toBe(address)
    },
  )
})
