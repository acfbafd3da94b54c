import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkLogs } from './network-logs.ts'
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
  network: '/network',
  'network-technique': '/network?technique=T1033',
  'network-none': '/network?host=nobody',
  audit: '/audit',
  sea: '/sea',
  'sea-drill': '/sea?drill=sea-2018-01-20-yuk-tung',
  'sea-vessel': '/sea/vessels/327000001?drill=sea-2018-01-20-yuk-tung',
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
    await cordon.push(networkLogs())
    await fetchedLists(cordon)
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
        await page.goto(`${cordon.url}/lists`)
        await page
          .getByText(/attempts? failed/)
          .first()
          .scrollIntoViewIfNeeded()
        await look('lists-publishers')
        await page.goto(`${cordon.url}/findings`)
        await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().click()
        await page.getByRole('button', { name: 'Unsure' }).click()
        await page.getByRole('textbox', { name: 'Reason' }).waitFor()
        await look('finding-deciding')
        await page.goto(`${cordon.url}/sea?drill=sea-2018-01-20-yuk-tung`)
        await page.getByRole('listbox', { name: 'List' }).getByRole('option').first().click()
        await page.getByRole('article').waitFor()
        await look('sea-finding')
        await page.goto(`${cordon.url}/sea?drill=sea-2018-01-20-yuk-tung`)
        await page.getByTitle('Type in a sighting').filter({ visible: true }).first().click()
        await page.getByRole('button', { name: 'Match and keep' }).click()
        await page.getByText('1 field needs another look.').waitFor()
        await look('sea-sighting')
        await page.goto(`${cordon.url}/sea`)
        await page.getByRole('button', { name: 'Import AIS or sightings' }).first().click()
        await page.getByRole('dialog').waitFor()
        await look('sea-import')
        await page.goto(`${cordon.url}/network`)
        await page.getByRole('link', { name: /Message Store/ }).click()
        await page.getByRole('heading', { name: /1 record/ }).waitFor()
        await page.getByText('Other fields').click()
        await look('detection')
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
      240_000,
    )
  })
})

/** A list of which a later version is held back, and one whose publisher is down. */
async function fetchedLists(cordon: RunningCordon): Promise<void> {
  let entries = 100
  const server = createServer(({ url }, response) =>
    url === '/list' ? response.end(unList(entries)) : response.writeHead(404).end(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const yaml = `lists:\n  un_sc_sanctions: {url: "http://127.0.0.1:${port}/list", allow_private: true}\n  eu_fsf: {url: "http://127.0.0.1:${port}/gone", allow_private: true}\n`
  await cordon.updateLists(yaml)
  entries = 50
  await cordon.updateLists(yaml)
  server.close()
}

const unList = (count: number) =>
  `<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><ENTITIES>${Array.from(
    { length: count },
    (_, i) =>
      `<ENTITY><FIRST_NAME>Example ${i}</FIRST_NAME><REFERENCE_NUMBER>XXe.${i}</REFERENCE_NUMBER></ENTITY>`,
  ).join('')}</ENTITIES></CONSOLIDATED_LIST>`
