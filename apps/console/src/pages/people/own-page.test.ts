import { describe, expect, it } from 'vitest'
import { ownPage } from './own-page.ts'

describe('the page that one goes back to', () => {
  it('is one of this server', () => {
    expect(ownPage('/findings/a?verdict=all')).toBe('/findings/a?verdict=all')
    for (const other of [
      null,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/a\nb',
      '/sign-in?return=/',
    ])
      expect(ownPage(other)).toBe('/')
  })
})
