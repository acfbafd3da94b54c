import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, findingLike, putFindings, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

const finding = (id: string, marking: 'TLP:GREEN' | 'TLP:RED', name: string) =>
  findingLike({
    id,
    marking,
    severity: 'high',
    subjects: [{ kind: 'party', id: 'hanul', label: 'Hanul Trading' }],
    matches: [{ kind: 'entity', id: `e-${id}`, label: name }],
    statement: `Hanul Trading may be ${name}.`,
  })

describe.skipIf(!browser)('a case is shared, on the real program', () => {
  let cordon: RunningCordon
  beforeAll(async () => {
    cordon = await startCordon()
    await mkdir(pictures, { recursive: true })
    await putFindings(cordon.data, [
      finding('f1', 'TLP:GREEN', 'Ocean Supply'),
      finding('f2', 'TLP:RED', 'Quiet Harbour'),
    ])
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function openDialog(width: number, colorScheme: 'light' | 'dark') {
    const context = await browser!.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    })
    const page = await context.newPage()
    await page.goto(`${cordon.url}/cases/1`)
    await page.getByRole('button', { name: 'Share or export' }).click()
    const dialog = page.getByRole('dialog', { name: 'Share or export' })
    await dialog.getByText('2 findings').or(dialog.getByText('1 finding')).first().waitFor()
    return { page, dialog }
  }

  it('says what leaves at a marking and how much is held back, and gives it as a file', async () => {
    const { page, dialog } = await openDialog(1440, 'light')
    await dialog.getByLabel('Who may see it').selectOption('TLP:GREEN')
    await dialog.getByText('Hanul Trading may be Ocean Supply.').waitFor()
    await dialog.getByRole('listitem').filter({ hasText: 'findings' }).waitFor()
    expect(await dialog.textContent()).not.toContain('Quiet Harbour')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toBe('case-1-green.pdf')
    await page.getByRole('status').getByText('case-1-green.pdf was made').waitFor()
    await page.getByRole('region', { name: 'Log' }).getByText('exported as pdf at TLP:GREEN').waitFor()
    await page.context().close()
  }, 60_000)

  it('goes into a collection that is made on the way, and fields that nobody gave are asked for', async () => {
    const { page, dialog } = await openDialog(1440, 'dark')
    await dialog.locator('select').nth(1).selectOption('goaml')
    await dialog.getByText('to be filled in').click()
    await dialog.getByLabel('report/rentity_id').fill('42')
    await page.screenshot({ path: join(pictures, 'share-goaml-1440-dark.png') })
    await dialog.getByLabel('Who may see it').selectOption('TLP:GREEN')
    await dialog.getByRole('radio', { name: 'A collection' }).check({ force: true })
    await dialog.getByLabel('Short name').fill('partners')
    await dialog.getByLabel('What partners see').fill('For partners')
    await dialog.getByRole('button', { name: 'Make it' }).click()
    await dialog.getByText('It takes the place').waitFor()
    await page.screenshot({ path: join(pictures, 'share-collection-1440-dark.png') })
    await dialog.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('status').getByText('in partners').waitFor()
    const answer = await fetch(`${cordon.url}/taxii2/cordon/collections/partners/objects/`, {
      headers: { accept: 'application/taxii+json;version=2.1' },
    })
    const text = await answer.text()
    expect(text).toContain('Ocean Supply')
    expect(text).not.toContain('Quiet Harbour')
    await page.context().close()
  }, 60_000)

  it('has no fault that axe-core knows, and nothing wider than the screen', async () => {
    for (const [width, scheme] of [
      [1440, 'light'],
      [390, 'dark'],
      [390, 'light'],
    ] as const) {
      const { page } = await openDialog(width, scheme)
      await page.screenshot({ path: join(pictures, `share-${width}-${scheme}.png`) })
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.context().close()
    }
  }, 60_000)
})
