import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('drills, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await mkdir(pictures, { recursive: true })
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open(width = 1440, height = 1000, colorScheme: 'light' | 'dark' = 'light') {
    const viewport = { width, height }
    const context = await browser!.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
    return context.newPage()
  }

  it('names all, none of them run yet, and leads to one', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/drills`)
    await page.getByRole('link', { name: 'WannaCry, May 2017' }).waitFor()
    expect(await page.getByText('Not run yet').count()).toBe(15)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'WannaCry, May 2017' }).click()
    await page.getByText('No run has been kept yet.').waitFor()
    expect(await page.getByRole('link', { name: 'The operation' }).getAttribute('href')).toBe(
      '/operations/wannacry-2017',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  }, 60_000)

  it('is run slowly, halted, and let go: what was expected, what came, how early, in which case', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/drills/wannacry-2017`)
    await page.getByLabel('An hour a second').check({ force: true })
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByText('With the operation in it').waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Go on' }).waitFor()
    const shown = () => page.locator('section time').textContent()
    // A turn that was under way when it was halted is still told; then nothing moves any more.
    const stands = async () => {
      const before = await shown()
      await page.waitForTimeout(700)
      return (await shown()) === before
    }
    await expect.poll(stands, { timeout: 5_000 }).toBe(true)
    await page.screenshot({ path: join(pictures, 'drill-going.png'), fullPage: true })
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('As fast as it goes').check({ force: true })
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: /^Seen Run 1/ }).waitFor({ timeout: 30_000 })
    await page
      .getByText(/4\.8 h before: Hospitals report that they are hit/)
      .first()
      .waitFor()
    const row = page.getByRole('row', { name: /Look-up of the kill switch/ })
    expect(await row.textContent()).toMatch(/In time.*12 May 2017/)
    await page.getByText('One host, by its name in one log and its address in another').waitFor()
    await page.getByText('How they were joined').first().click()
    await page.getByText('Both are about pc7.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 2300 })
    await page.screenshot({ path: join(pictures, 'drill-seen.png') })
    await page.context().close()
  }, 60_000)

  it('is run on rules from files, and compared: worse, by what', async () => {
    const page = await open(1440, 1000, 'dark')
    await page.goto(`${cordon.url}/drills/wannacry-2017`)
    await page.getByLabel('Rules from files').first().check({ force: true })
    const text = 'disable: [Look-up of a kill-switch name of WannaCry]\n'
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'site.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: /^Partly seen Run 2/ }).waitFor({ timeout: 20_000 })
    await page
      .getByText('"Look-up of a kill-switch name of WannaCry" is turned off by the tuning.')
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Compare with run 1' }).click()
    await page.getByRole('heading', { name: /^Worse Run 2 against run 1/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'drill-compared-dark.png'), fullPage: true })
    await page.context().close()
  }, 60_000)

  it('a telephone holds it', async () => {
    const page = await open(390, 844)
    await page.goto(`${cordon.url}/drills/wannacry-2017`)
    await page.getByRole('heading', { name: 'Expected and found' }).waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 3600 })
    await page.screenshot({ path: join(pictures, 'drill-phone.png') })
    await page.goto(`${cordon.url}/drills`)
    await page.getByText('Seen').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await page.screenshot({ path: join(pictures, 'drills-phone.png'), fullPage: true })
    await page.context().close()
  }, 60_000)
})
