import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('how things are linked, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importKnowledge(fixture('threats.stix.json'), 'mitre_attack')
    await mkdir(pictures, { recursive: true })
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open(width = 1440, height = 900, colorScheme: 'light' | 'dark' = 'light') {
    const context = await browser!.newContext({
      colorScheme,
      viewport: { width, height },
      reducedMotion: 'reduce',
    })
    return context.newPage()
  }

  it('begins with examples, and draws what one is linked to', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/graph`)
    await page.getByRole('heading', { name: 'Begin with a thing' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Park Jin Hyok' }).click()
    await page.getByRole('button', { name: /^Entity Park Jin Hyok/ }).waitFor()
    await page.getByText('belongs to').first().waitFor()
    await page
      .getByText(/says us_doj/)
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  }, 120_000)

  it('is walked by keyboard: arrows to a thing, Enter for what it is linked to', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/graph?of=ofac-24918`)
    const park = page.getByRole('button', { name: /^Entity Park Jin Hyok/ })
    await park.focus()
    await page.keyboard.press('Enter')
    expect(await park.getAttribute('aria-pressed')).toBe('true')
    const before = await page.locator('svg [role=button]').count()
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']
    for (const key of keys) {
      await page.keyboard.press(key)
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      if (label.includes('Lazarus')) break
    }
    const lazarus = page.getByRole('button', { name: /^Entity Lazarus Group/ })
    await lazarus.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('svg [role=button]').count(), { timeout: 10_000 })
      .toBeGreaterThan(before)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'All links that are drawn' }).waitFor()
    await page.context().close()
  }, 120_000)

  it('explains the way between two things, and says of what is not there how to find it', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/graph`)
    await page.getByLabel('A thing').fill('ofac-24918')
    await page.getByLabel(/And another/).fill('ofac-12210')
    await page.keyboard.press('Enter')
    await page.getByText('2 links long').waitFor()
    await page.getByText('is controlled by').first().waitFor()
    await page.getByLabel('A thing').fill('zzyzx')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('Nothing is linked to it').waitFor()
    await page.getByText(/Search for it first/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  }, 120_000)

  it.each([
    ['graph-around', '/graph?of=ofac-27307'],
    ['graph-between', '/graph?of=ofac-24918&to=ofac-12210'],
    ['graph-empty', '/graph'],
  ])(
    'looks right in both widths and themes: %s',
    async (name, path) => {
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const)
        for (const theme of ['light', 'dark'] as const) {
          const page = await open(width, height, theme)
          await page.goto(cordon.url + path)
          await page.locator('svg [role=button], h2').first().waitFor()
          await page.waitForLoadState('networkidle')
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          await page.screenshot({ path: join(pictures, `${name}-${width}-${theme}.png`), fullPage: true })
          expect(await accessibilityFaults(page)).toEqual([])
          await page.context().close()
        }
    },
    180_000,
  )
})
