import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()
const long = `pay1oad.duckdns.org/${'a'.repeat(180)}/left.php`

const pages: Readonly<Record<string, string>> = {
  knowledge: '/network/indicators',
  'knowledge-search': '/network/indicators?q=Labyrinth%20Chollima',
  'knowledge-nothing': '/network/indicators?q=zzyzx',
  indicator: '/network/indicators/domain?value=update.evil.example',
  'indicator-aside': '/network/indicators/domain?value=github.com',
  'indicator-long': `/network/indicators/url?value=${encodeURIComponent(long)}`,
  'indicator-unknown': '/network/indicators/ipv4?value=203.0.113.77',
  'indicator-wrong': '/network/indicators/sha256?value=abc',
  threat: '/network/threats/G0032',
  'threat-unknown': '/network/threats/G9999',
}

describe.skipIf(!browser)('what is known of threats, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await mkdir(pictures, { recursive: true })
  }, 60_000)
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

  it('says how to begin while there is nothing, then what was imported', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/network/indicators`)
    await page.getByText('Nothing is known of threats yet').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await cordon.importKnowledge(fixture('threats.stix.json'), 'mitre_attack')
    await cordon.importKnowledge(fixture('groups.galaxy.json'), 'misp_galaxy')
    await cordon.importKnowledge(fixture('trail.txt'), 'maltrail')
    await page.reload()
    await page.getByText('mitre_attack/threats.stix.json').waitFor()
    await page.context().close()
  }, 120_000)

  it('leads with the keyboard from a name to every group that bears it, and from a group to its indicator', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/network/indicators`)
    const box = page.getByRole('searchbox', { name: 'A name, a short id or an indicator' })
    await box.focus()
    await page.keyboard.type('Labyrinth Chollima')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '6 things are called so' }).waitFor()
    await page.getByRole('link', { name: 'Lazarus Group' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Lazarus Group' }).waitFor()
    const also = page.getByRole('link', {
      name: 'Moonstone Sleet, says misp_galaxy_microsoft_activity_group',
    })
    expect(await also.count()).toBe(1)
    await page.getByText('in Operation Dream Job').waitFor()
    await page.getByRole('link', { name: 'update.evil.example' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: /update\.evil\.example/ }).waitFor()
    await page.getByText('TLP:AMBER', { exact: true }).first().waitFor()
    expect(await page.getByRole('article').count()).toBe(2)
    await page.context().close()
  }, 120_000)

  it('finds a defanged indicator', async () => {
    const page = await open()
    await page.goto(
      `${cordon.url}/network/indicators?q=${encodeURIComponent('hxxp://update[.]evil[.]example')}`,
    )
    await page.getByRole('link', { name: 'update.evil.example' }).click()
    await page.getByText('It is told when it is met.').waitFor()
    await page.context().close()
  }, 60_000)

  it('says why an indicator is set aside', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/network/indicators/domain?value=github.com`)
    await page.getByText('Cordon: popular domains: github.com itself is on it').waitFor()
    await page.context().close()
  }, 60_000)

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      [1440, 900],
      [390, 844],
    ])(
      'has no fault that axe-core knows, and nothing wider than the screen, at %i px',
      async (width, height) => {
        const page = await open(width, height, colorScheme)
        const faults: string[] = []
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(cordon.url + path)
          await page.waitForLoadState('networkidle')
          await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) })
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
          const overflow = await page.evaluate(
            () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
          )
          if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the screen`)
        }
        expect(faults).toEqual([])
        await page.context().close()
      },
      180_000,
    )
  })
})
