import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, publicRecord, type RunningCordon, startCordon } from './running-cordon.ts'

const room = resolve(fileURLToPath(import.meta.url), '../../..')
const pictures = join(room, 'screenshots')
const browser = await startBrowser()

const pages: Readonly<Record<string, string>> = {
  home: '/',
  search: '/?q=Park%20Jin-hyok',
  'search-nothing': '/?q=Zzyzx%20Qwfp',
  entity: '/entities/ofac-24918',
  'entity-hard': '/entities/hard-bidi',
  'entity-long': '/entities/hard-long',
  'entity-unknown': '/entities/nobody',
  lists: '/lists',
  findings: '/findings',
  'findings-none': '/findings?verdict=unsure',
  audit: '/audit',
  changes: '/lists/owned/changes',
  'changes-first': '/lists/hard_names/changes',
  'entity-owned': '/entities/own-beta',
  watched: '/watched',
}

describe.skipIf(!browser)('every page, in both themes, wide and narrow', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importList(fixture('hard-names.ftm.json'), 'hard_names')
    await cordon.importList(publicRecord, 'public_record')
    await cordon.importList(fixture('owned-1.ftm.json'), 'owned')
    await cordon.importList(fixture('owned-2.ftm.json'), 'owned')
    for (let number = 1; number <= 12; number++)
      await cordon.watch({
        storeAs: `customer-${number}`,
        schema: 'Person',
        properties: { name: [number % 2 ? 'Pak Jin Hek' : 'Park Jin Hyok'], birthDate: [`${1979 + number}`] },
      })
    await mkdir(pictures, { recursive: true })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      [1440, 900],
      [390, 844],
    ])(
      'has no fault that axe-core knows, and nothing wider than the screen, at %i px',
      async (width, height) => {
        const context = await browser!.newContext({
          colorScheme,
          viewport: { width, height },
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        const faults: string[] = []
        const look = async (name: string) => {
          await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) })
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
          const overflow = await page.evaluate(
            () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
          )
          if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the screen`)
        }
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(cordon.url + path)
          await page.waitForLoadState('networkidle')
          await look(name)
        }
        await page.goto(`${cordon.url}/findings`)
        await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().click()
        await page.getByRole('button', { name: 'Unsure' }).click()
        await page.getByRole('textbox', { name: 'Reason' }).waitFor()
        await look('finding-deciding')
        await page.goto(`${cordon.url}/lists`)
        await page.getByRole('button', { name: /Show 1 rejected/ }).click()
        await page.getByRole('dialog').getByText('hard-broken').first().waitFor()
        await look('lists-rejects')
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+k')
        await page.getByRole('dialog').getByRole('option').first().waitFor()
        await look('palette')
        await page.keyboard.press('Escape')
        await page.keyboard.press('?')
        await page.getByRole('dialog').waitFor()
        await look('shortcuts')
        await context.close()
        expect(faults).toEqual([])
      },
      120_000,
    )
  })
})

it('loads less than 300 kB of compressed script in all, not only at first', () => {
  const assets = join(room, 'dist/assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  expect(scripts.length).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(300_000)
})
