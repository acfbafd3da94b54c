import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, findingLike, putFindings, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseFindings } from './case-findings.ts'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('cases, on the real program', () => {
  let cordon: RunningCordon
  beforeAll(async () => {
    cordon = await startCordon()
    await mkdir(pictures, { recursive: true })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open(path: string, width = 1440, height = 900, colorScheme: 'light' | 'dark' = 'light') {
    const viewport = { width, height }
    const context = await browser!.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(cordon.url + path)
    await page.waitForLoadState('networkidle')
    return page
  }

  it('say how to begin while there is none, then are there with the first findings', async () => {
    const page = await open('/cases')
    await page.getByText('No case yet').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.screenshot({ path: join(pictures, 'cases-empty-1440-light.png') })
    await putFindings(cordon.data, caseFindings().map(findingLike))
    await page.reload()
    const queue = page.getByRole('listbox', { name: 'Cases' })
    await queue.getByRole('option').first().waitFor()
    expect(await queue.getByRole('option').count()).toBe(12)
    expect(await queue.getByRole('option').first().textContent()).toContain('HUA FU')
    await page.context().close()
  }, 60_000)

  it('are walked, opened and decided with the keyboard, and a decision is undone', async () => {
    const page = await open('/cases')
    await page.getByRole('listbox', { name: 'Cases' }).getByRole('option').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Park Jin-hyok/ }).waitFor()
    await page.getByRole('region', { name: 'Evidence' }).getByText('It opened the case').waitFor()
    await page.keyboard.press('f')
    await page.getByText('False silences exactly this pair').waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Born in 1990.')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Saved: False match').waitFor()
    await page.getByText('all decided').waitFor()
    await page.keyboard.press('z')
    await page.getByText('1 to decide').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Asked the branch. @ben')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'Log' }).getByText('Asked the branch. @ben').waitFor()
    await page.context().close()
  }, 60_000)

  it('are changed many at once: what it would do first, then doing it, then undoing it', async () => {
    const page = await open('/cases')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('Shift+J')
    await page.getByRole('toolbar', { name: '3 cases selected' }).waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /^To/ }).fill('ben')
    await dialog.getByText('3 cases change').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Done: 3 cases').waitFor()
    await page.getByRole('listbox', { name: 'Cases' }).getByText('ben').nth(2).waitFor()
    await page.keyboard.press('z')
    await page.getByRole('status').getByText('Undone.').waitFor()
    const options = page.getByRole('listbox', { name: 'Cases' }).getByRole('option')
    await options.nth(1).click({ modifiers: ['ControlOrMeta'] })
    await options.nth(4).click({ modifiers: ['Shift'] })
    await page.getByRole('toolbar', { name: '4 cases selected' }).waitFor()
    await page.keyboard.press('s')
    await dialog.getByRole('combobox', { name: 'State' }).selectOption('closed-false')
    await dialog.getByText(/4 cases change .* 4 findings are decided/).waitFor()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Noise.')
    await page.screenshot({ path: join(pictures, 'cases-preview-1440-light.png') })
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await page.getByRole('status').getByText('Done: 4 cases, 4 findings').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('status').getByText('Undone.').waitFor()
    await expect.poll(() => options.count()).toBe(12)
    await page.context().close()
  }, 60_000)

  it('are split and merged, hold files and links', async () => {
    const page = await open('/cases/1')
    const list = page.getByRole('listbox', { name: 'Findings' })
    await list.getByRole('option').nth(1).locator('[data-box]').click()
    await page.getByRole('button', { name: 'Split off' }).click()
    await page.getByRole('textbox', { name: /Reason/ }).fill('Another ship.')
    await page.keyboard.press('Enter')
    await page.getByText('1 finding put into case 13').waitFor()
    await page.getByRole('button', { name: 'Merge other cases' }).click()
    await page.getByRole('textbox', { name: /Numbers/ }).fill('13')
    await page.getByRole('textbox', { name: /Reason/ }).fill('No, the same.')
    await page.keyboard.press('Enter')
    await page.getByText('case 13 became a part of it').waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: '<b>proof</b>\u202efdp.exe',
      mimeType: 'text/html',
      buffer: Buffer.from('<script>alert(1)</script>'),
    })
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /proof/ }).click()
    expect((await download).suggestedFilename()).toContain('proof')
    await page.getByRole('button', { name: 'Add a link' }).click()
    await page.getByRole('textbox', { name: /Address/ }).fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await page.getByText('javascript:alert(1)').first().waitFor()
    expect(await page.getByRole('link', { name: /javascript/ }).count()).toBe(0)
    await page.goto(`${cordon.url}/cases/13`)
    await page.getByRole('heading', { name: 'It has become a part of case 1' }).waitFor()
    await page.context().close()
  }, 60_000)

  it('show names that mean harm as what they are', async () => {
    const page = await open('/cases?q=customer-8')
    await page.getByRole('listbox', { name: 'Cases' }).getByRole('option').click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.title()).not.toBe('broken')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.getByText('U+202E').count()).toBeGreaterThan(0)
    expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(0)
    await page.context().close()
  }, 60_000)

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      [1440, 900],
      [390, 844],
    ])(
      'have no fault that axe-core knows, and nothing wider than the screen, at %i px',
      async (width, height) => {
        const hostile = await fetch(`${cordon.url}/api/cases?q=customer-8`)
        const { cases } = (await hostile.json()) as { cases: { id: number }[] }
        const pages = {
          cases: '/cases',
          'cases-none': '/cases?q=nobody-at-all',
          case: '/cases/1',
          'case-hostile': `/cases/${cases[0]!.id}`,
          'case-unknown': '/cases/4711',
        }
        const page = await open('/cases', width, height, colorScheme)
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
        await page.goto(`${cordon.url}/cases/1`)
        await page.getByRole('img', { name: /^Map/ }).scrollIntoViewIfNeeded()
        await page.waitForLoadState('networkidle')
        await look('case-map')
        await page.keyboard.press('s')
        await page.getByRole('dialog').getByText('What it would do').waitFor()
        await look('case-moving')
        await page.keyboard.press('Escape')
        await page.keyboard.press('f')
        await page.getByText('False silences exactly this pair').scrollIntoViewIfNeeded()
        await look('case-deciding')
        await page.goto(`${cordon.url}/cases`)
        await page.getByRole('listbox', { name: 'Cases' }).getByRole('option').first().waitFor()
        await page.keyboard.press('x')
        await page.keyboard.press('j')
        await page.keyboard.press('x')
        await page.getByRole('toolbar').waitFor()
        await look('cases-selected')
        await page.context().close()
        expect(faults).toEqual([])
      },
      120_000,
    )
  })
})
