import { withPolicy } from '../../../config/content-security-policy'

describe('the policy of the web build', () => {
  const html =
    '<html><head><script>start()</script><script src="/js/app.js"></script></head></html>'

  it('the policy of the web build allows the script in the page by its hash, and requests to the backend', () => {
    const built = withPolicy(html, 'https://api.example.com')
    expect(built).toContain("script-src 'self' 'sha256-")
    expect(built).toContain("connect-src 'self' blob: https://api.example.com")
    expect(built).not.toContain('unsafe-eval')
  })

  it('the policy of the web build stands before every script', () => {
    const built = withPolicy(html, 'https://api.example.com')
    expect(built.indexOf('Content-Security-Policy')).toBeLessThan(built.indexOf('<script'))
  })
})
