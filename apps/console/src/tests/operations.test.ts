import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const root = resolve(fileURLToPath(import.meta.url), '../../../../..')
const pictures = join(root, 'apps/console/screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('past operations, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importKnowledge(
      join(root, 'packs/dprk/operations/bangladesh-bank-2016/bundle.json'),
      'cordon_dprk',
    )
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

  it('stand on one axis of time, and are narrowed by door', async () => {
    const page = await open(1440, 1100)
    await page.goto(`${cordon.url}/operations`)
    const rows = page.getByRole('region', { name: /operations from 2009/ }).getByRole('listitem')
    await page.getByRole('link', { name: 'WannaCry' }).waitFor()
    const all = await rows.count()
    expect(all).toBeGreaterThanOrEqual(15)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'operations-1440.png'), fullPage: true })
    await page.getByRole('radio', { name: /^Sea/ }).check({ force: true })
    await page.getByRole('link', { name: 'Transfers from ship to ship' }).waitFor()
    await expect.poll(() => rows.count()).toBeLessThan(all)
    expect(page.url()).toContain('door=sea')
    await page.context().close()
  }, 60_000)

  it('have a page with who says what, rules, a playbook and sources', async () => {
    const page = await open(1440, 3600)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${cordon.url}/operations`)
    await page.getByRole('link', { name: 'Theft from Bangladesh Bank' }).click()
    await page.getByRole('heading', { level: 1, name: 'Theft from Bangladesh Bank' }).waitFor()
    const who = page.getByRole('region', { name: 'Who says who did it' })
    await who.getByRole('link', { name: 'APT38' }).waitFor()
    expect(await who.getByText('Indictment').count()).toBeGreaterThan(0)
    await who.getByText('Who says otherwise').waitFor()
    await page
      .getByRole('region', { name: 'What would see it today' })
      .getByRole('link', { name: 'Sent when no operator works' })
      .waitFor()
    await page.getByText('Ask for cancellation of each order').waitFor()
    await page.getByRole('link', { name: 'Two bytes to $951m' }).waitFor()
    expect(await page.getByRole('link', { name: 'Drill', exact: true }).getAttribute('href')).toBe(
      '/drills/bangladesh-bank-2016',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'operation-1440.png'), fullPage: true })
    const bundle = await page.request.get(`${cordon.url}/api/operations/bangladesh-bank-2016/bundle`)
    expect(bundle.headers()['content-type']).toContain('application/stix+json')
    await page.getByRole('link', { name: 'Links', exact: true }).last().click()
    await page
      .getByRole('button', { name: /Theft from Bangladesh Bank/ })
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  }, 60_000)

  it('are read on a phone, by night, and in Korean; what is not there says so', async () => {
    const page = await open(390, 1800, 'dark')
    await page.goto(`${cordon.url}/operations`)
    await page.getByRole('link', { name: 'WannaCry' }).waitFor()
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.screenshot({ path: join(pictures, 'operations-390-dark.png'), fullPage: false })
    await page.goto(`${cordon.url}/operations/bybit-2025`)
    await page.getByRole('heading', { level: 1, name: 'Theft from Bybit' }).waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'operation-390-dark.png'), fullPage: true })
    await page.evaluate(() => localStorage.setItem('cordon.language', '"ko"'))
    await page.goto(`${cordon.url}/operations/no-such`)
    await page.getByRole('heading', { name: '그런 작전이 없습니다' }).waitFor()
    await page.context().close()
  }, 60_000)
})
